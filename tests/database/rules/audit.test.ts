import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { connection, doing, trying } from '../acting.ts';
import { cast, enter, harz, musterkreis } from '../cast.ts';
import { ask, asSystem, sql } from '../harness.ts';

/* The record: what happened, how much of it, and never what it said. It only grows. */

beforeAll(enter);
beforeEach(async () => {
	await sql('alter table private.audit_entries disable trigger refuse_change');
	await sql('delete from private.audit_entries');
	await sql('alter table private.audit_entries enable trigger refuse_change');
	await sql('delete from private.throttles');
});

type Entry = { authority_id: string | null; person_id: string | null; kind: string; detail: object };
const entries = () =>
	sql<Entry>('select authority_id, person_id, kind, detail from private.audit_entries order by id');
const words = async () => (await entries()).map(({ kind }) => kind);
const hash = (letter: string) => letter.repeat(64);
const system = asSystem();

describe('only grows', () => {
	const entry = `insert into private.audit_entries (authority_id, kind, created_at) values ('${harz}', 'signed_in',`;

	test.each(['postgres', 'service_role'])('against %s', async (role) => {
		await sql(`${entry} now())`);
		await sql(
			'grant usage on schema private to service_role; grant all on private.audit_entries to service_role'
		);
		const refused = [
			`update private.audit_entries set person_id = gen_random_uuid()`,
			`update private.audit_entries set created_at = now() - interval '3 years'`,
			`delete from private.audit_entries`,
			`truncate private.audit_entries`,
			`truncate private.audit_entries cascade`
		];
		for (const statement of refused) expect(await codeAs(role, statement), statement).toBe('FINAL');
		expect(await words()).toEqual(['signed_in']);
		await sql('revoke all on private.audit_entries from service_role');
	});

	test('and the server has no right on it at all', async () => {
		for (const statement of ['select from', 'delete from', 'truncate'])
			expect(await codeAs('service_role', `${statement} private.audit_entries`)).toBe('42501');
	});

	test('until an entry has had its 24 months', async () => {
		await sql(`${entry} now() - interval '24 months 1 day')`);
		await sql(`${entry} now() - interval '23 months')`);
		await sql(`delete from private.audit_entries where created_at < now() - interval '24 months'`);
		expect(await words()).toEqual(['signed_in']);
	});

	test('also when the account is deleted', async () => {
		const [person] = await sql(
			`insert into public.people (given_name, family_name, email) values ('Geht', 'Bald', 'geht@test.example') returning id`
		);
		await sql(`select private.audit('${harz}', $1, 'signed_in')`, [person.id]);
		await sql('delete from public.people where id = $1', [person.id]);
		expect((await entries())[0]?.person_id).toBe(person.id);
	});
});

describe('a sign-in', () => {
	const signIn = (id: string, person: string = cast.clerk) =>
		sql(
			`select public.session_create('${hash(id)}', '${person}', 'Firefox/Windows', now() + interval '1 day')`
		);

	test('stands in the record of the authority in which the person holds a post', async () => {
		await signIn('a');
		expect(await entries()).toEqual([
			{ authority_id: harz, person_id: cast.clerk, kind: 'signed_in', detail: {} }
		]);
	});

	test('of somebody in two authorities stands in both', async () => {
		const [holding] = await sql(
			`insert into public.holdings (post_id, person_id, capacity, starts_on) select id, '${cast.clerk}', 'deputy', current_date from public.posts where authority_id = '${musterkreis}' and kind = 'clerk' returning id`
		);
		await signIn('b');
		expect((await entries()).map(({ authority_id }) => authority_id).sort()).toEqual([harz, musterkreis]);
		await sql('delete from public.holdings where id = $1', [holding.id]);
	});

	test('and its end are two entries, however often it is ended', async () => {
		await signIn('c');
		await ask(system.rpc('session_extend', { p_id_hash: hash('c'), p_expires_at: '2030-01-01T00:00:00Z' }));
		for (let time = 0; time < 2; time++) await ask(system.rpc('session_end', { p_id_hash: hash('c') }));
		expect(await words()).toEqual(['signed_in', 'session_ended']);
	});

	test('with a wrong code is counted without address, for a known account and an unknown one', async () => {
		for (const email of ['kern@beispiel.example', 'niemand@nirgends.example']) {
			const begun = await ask<{ id: string }>(
				system.rpc('sign_in_begin', {
					p_email: email,
					p_address_hash: 'x',
					p_code_hash: 'right',
					p_link_hash: email,
					p_return_to: '/start'
				})
			);
			const asked = { p_id: begun.id, p_code_hash: 'wrong', p_address_hash: 'x' };
			for (let time = 0; time < 2; time++) await ask(system.rpc('sign_in_by_code', asked));
		}
		const found = await entries();
		expect(found.map(({ authority_id, kind }) => [kind, authority_id])).toEqual([
			['sign_in_failed', harz],
			['sign_in_failed', harz],
			['sign_in_failed', null],
			['sign_in_failed', null]
		]);
		expect(found.map(({ detail }) => (detail as { count: number }).count)).toEqual([1, 2, 1, 2]);
		expect(JSON.stringify(found)).not.toMatch(/@|beispiel|nirgends|Kern/);
	});

	test('with a wrong password is counted too', async () => {
		await ask(system.rpc('sign_in_failed', { p_email: 'kern@beispiel.example' }));
		expect(await words()).toEqual(['sign_in_failed']);
	});
});

describe('an export', () => {
	test('is recorded with its list, its rows and its filter, but not with what was typed', async () => {
		await doing(
			cast.planner,
			`select public.audit_export('${harz}', 'need_reports', 42, '{"state": "open", "field": "care", "search": "meier", "place": "Bad Muster, Weg 3", "none": ""}')`
		);
		expect(await entries()).toEqual([
			{
				authority_id: harz,
				person_id: cast.planner,
				kind: 'exported',
				detail: {
					list: 'need_reports',
					rows: 42,
					filter: { state: 'open', field: 'care', search: '…', place: '…' }
				}
			}
		]);
	});

	test.each([
		['without a name', `null, 1`],
		['with a sentence for a name', `'Alle Meldungen', 1`],
		['with fewer than no rows', `'need_reports', -1`],
		['with a filter that is none', `'need_reports', 1, '[1]'`]
	])('%s is refused', async (_, rest) => {
		expect((await trying(cast.planner, `select public.audit_export('${harz}', ${rest})`)).word).toBe('INVAL');
	});
});

test('an address does not get into the record', async () => {
	await expect(
		sql(`select private.audit('${harz}', null, 'exported', '{"to": "kern@beispiel.example"}')`)
	).rejects.toMatchObject({ code: '23514' });
});

describe('the administrator’s list', () => {
	const list = (rest = '') =>
		doing(cast.administrator, `select key, topic, kind from public.list_audit_log('${harz}'${rest})`);

	test('shows rights, sign-ins, exports and commands as one, newest first, and pages by key', async () => {
		for (let n = 0; n < 60; n++) await sql(`select private.audit('${harz}', '${cast.clerk}', 'signed_in')`);
		await sql(`select private.audit(null, null, 'operator_backup')`);
		await doing(cast.administrator, `select public.set_reply_clock('${harz}', 14, 61)`);
		const first = await list();
		expect(first).toHaveLength(51);
		expect(first.slice(0, 2).map(({ topic }) => topic)).toEqual(['rights', 'operator']);
		const second = await list(`, null, null, '${first[49]?.key}'`);
		expect(second[0]?.key).toBe(first[50]?.key);
		const keys = [...first.slice(0, 50), ...second.slice(0, 50)].map(({ key }) => key);
		expect(new Set(keys).size).toBe(keys.length);
		expect(second.length).toBeGreaterThan(10);
	});

	test('is filtered by topic and by month', async () => {
		await sql(
			`insert into private.audit_entries (authority_id, kind, created_at) values ('${harz}', 'exported', '2026-02-28T23:30:00Z'), ('${harz}', 'signed_in', '2026-03-31T21:59:00Z'), ('${harz}', 'signed_in', '2026-03-31T22:00:00Z')`
		);
		expect(await list(`, null, '2026-03'`)).toMatchObject([{ kind: 'signed_in' }, { kind: 'exported' }]);
		expect(await list(`, 'exports', '2026-03'`)).toMatchObject([{ kind: 'exported' }]);
		expect(await list(`, 'exports', '2026-02'`)).toEqual([]);
	});

	test('goes on after a row of either table', async () => {
		await doing(cast.administrator, `select public.set_reply_clock('${harz}', 14, 61)`);
		await sql(`select private.audit('${harz}', '${cast.clerk}', 'signed_in')`);
		await doing(cast.administrator, `select public.set_reply_clock('${harz}', 14, 62)`);
		const all = await list();
		expect(all.slice(0, 3).map(({ key }) => String(key)[0])).toEqual(['r', 'a', 'r']);
		for (const n of [0, 1]) expect(await list(`, null, null, '${all[n]!.key}'`)).toEqual(all.slice(n + 1));
	});

	test.each([
		['of another authority', `(select 'a' || max(id) from private.audit_entries)`],
		['that is gone', `'a999999999'`],
		['of a change of rights that is gone', `'r999999999'`],
		['with too long a number', `'a9999999999999999999'`],
		['of no table', `'x1'`],
		['without a number', `'a'`],
		['that is none', `'a1; select'`],
		['that is empty', `''`]
	])('does not begin again after a key %s', async (_, key) => {
		await sql(`select private.audit('${harz}', null, 'exported')`);
		await sql(`select private.audit('${musterkreis}', null, 'exported')`);
		const [after] = await sql(`select ${key} as key`);
		const { word } = await trying(
			cast.administrator,
			`select * from public.list_audit_log('${harz}', 'exports', null, '${after.key}')`
		);
		expect(word).toBe('NOTFD');
	});
});

async function codeAs(role: string, statement: string): Promise<string> {
	const client = await connection();
	try {
		await client.query('begin');
		await client.query(`set local role ${role}`);
		await client.query(statement);
		return 'done';
	} catch (error) {
		return (error as { code: string }).code;
	} finally {
		await client.query('rollback');
		client.release();
	}
}
