import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { retireAccounts } from '#lib/people/dormant-jobs.server.ts';
import { connection } from './acting.ts';
import { cast, enter } from './cast.ts';
import { ask, asSystem, sql } from './harness.ts';

beforeAll(enter);
beforeEach(() => sql('truncate private.throttles, private.notices'));

const addressOf = async (personId: string) =>
	(await sql('select email from public.people where id = $1', [personId]))[0]?.email;

describe('an account nobody uses', () => {
	const unused = async (months: number, days = 0) => {
		await sql(`update public.authorities set is_sample = false`);
		await sql(
			`update public.people set visited_at = now() - $2 * interval '1 month' + $3 * interval '1 day', used_at = null, dormancy_noticed_at = null where id = $1`,
			[cast.councilSubstitute, months, days]
		);
		await sql(`update public.people set visited_at = now() where id <> $1`, [cast.councilSubstitute]);
		await sql(`update public.people set created_at = now() - interval '10 years'`);
	};
	/** Told 31 days ago; tonight the account goes. */
	const told = async () => {
		await unused(30);
		await sql(`update public.people set dormancy_noticed_at = now() - interval '31 days' where id = $1`, [
			cast.councilSubstitute
		]);
	};
	let drawn = 0;
	const extend = async () => {
		const id = (++drawn).toString(16).padStart(64, '0');
		await sql(
			`insert into private.sessions (id_hash, person_id, expires_at) values ($1, $2, now() + interval '1 day')`,
			[id, cast.councilSubstitute]
		);
		const expiry = new Date(Date.now() + 86_400_000).toISOString();
		return () => ask(asSystem().rpc('session_extend', { p_id_hash: id, p_expires_at: expiry }));
	};
	const call = async () => {
		const hash = (++drawn).toString(16).padStart(64, '0');
		await sql(
			`insert into private.access_tokens (person_id, name, token_hash, scopes, expires_at) values ($1, 'Programm', $2, '{read}', now() + interval '1 day')`,
			[cast.councilSubstitute, hash]
		);
		return () => ask(asSystem().rpc('access_token_find', { p_token_hash: hash }));
	};
	const times = async () =>
		(
			await sql('select visited_at, used_at, xmin from public.people where id = $1', [cast.councilSubstitute])
		)[0];
	const letters = () =>
		sql(`select r ->> 'email' as recipient, l.facts ->> 'deletedOn' as day from private.notices n
			cross join lateral private.letters_of_dormant(array[n.id]) l cross join lateral jsonb_array_elements(l.recipients) r
			where n.kind = 'dormant'`);

	test('is told of 30 days ahead, once', async () => {
		await unused(24, 31);
		await retireAccounts();
		expect(await letters()).toEqual([]);
		await unused(24, 29);
		await retireAccounts();
		await retireAccounts();
		expect(await letters()).toMatchObject([{ recipient: 'ersatz@test.example' }]);
		expect(await addressOf(cast.councilSubstitute)).toBe('ersatz@test.example');
	});

	test('is never deleted untold, nor before the 30 days are over', async () => {
		await unused(30);
		await retireAccounts();
		await sql(`update public.people set dormancy_noticed_at = now() - interval '29 days' where id = $1`, [
			cast.councilSubstitute
		]);
		await retireAccounts();
		expect(await addressOf(cast.councilSubstitute)).toBe('ersatz@test.example');
	});

	test('stays when its person comes', async () => {
		await unused(25);
		await retireAccounts();
		await sql(
			`update public.people set dormancy_noticed_at = now() - interval '31 days', visited_at = now() - interval '1 day' where id = $1`,
			[cast.councilSubstitute]
		);
		await retireAccounts();
		expect(await addressOf(cast.councilSubstitute)).toBe('ersatz@test.example');
	});

	test.each([
		['in a session that never ends', extend],
		['by a program', call]
	])('stays when it is used %s', async (_, begin) => {
		await told();
		const use = await begin();
		const before = await times();
		await use();
		await retireAccounts();
		expect(await addressOf(cast.councilSubstitute)).toBe('ersatz@test.example');
		expect(await letters()).toEqual([]);
		const after = await times();
		expect(after.used_at).not.toBeNull();
		expect(after.visited_at, 'no new visit: what is new since the last one stays new').toEqual(
			before.visited_at
		);
		await use();
		expect(await times(), 'written once a day, not with every request').toEqual(after);
		await sql(`update public.people set used_at = used_at - interval '25 hours' where id = $1`, [
			cast.councilSubstitute
		]);
		await use();
		expect((await times()).used_at.getTime()).toBeGreaterThanOrEqual(after.used_at.getTime());
	});

	test('not used by an ended session or a revoked token', async () => {
		await told();
		const uses = [await extend(), await call()];
		await sql(`update private.sessions set ended_at = now() where person_id = $1`, [cast.councilSubstitute]);
		await sql(`update private.access_tokens set revoked_at = now() where person_id = $1`, [
			cast.councilSubstitute
		]);
		for (const use of uses) await use();
		expect((await times()).used_at).toBeNull();
	});

	test('is told anew, with the day counted from the last use', async () => {
		await unused(60);
		await sql(
			`update public.people set used_at = now() - interval '24 months' + interval '30 days', dormancy_noticed_at = now() - interval '30 months' where id = $1`,
			[cast.councilSubstitute]
		);
		const [{ day }] = await sql(
			`select to_char((used_at + interval '24 months') at time zone 'Europe/Berlin', 'YYYY-MM-DD') as day from public.people where id = $1`,
			[cast.councilSubstitute]
		);
		await retireAccounts();
		expect(await letters()).toEqual([{ recipient: 'ersatz@test.example', day }]);
		expect(await addressOf(cast.councilSubstitute)).toBe('ersatz@test.example');
	});

	test('stays when its person comes in the very moment', async () => {
		await told();
		const visitor = await connection();
		try {
			await visitor.query('begin');
			await visitor.query(
				`select public.session_create(repeat('f', 64), '${cast.councilSubstitute}', 'Firefox', now() + interval '1 day')`
			);
			const night = ask<number>(asSystem().rpc('delete_dormant_accounts'));
			await expect
				.poll(
					() =>
						sql(
							`select from pg_stat_activity where datname = current_database() and cardinality(pg_blocking_pids(pid)) > 0`
						),
					{ timeout: 10_000 }
				)
				.toHaveLength(1);
			await visitor.query('commit');
			expect(await night).toBe(0);
		} finally {
			visitor.release();
		}
		expect(await addressOf(cast.councilSubstitute)).toBe('ersatz@test.example');
	});

	test('goes when nobody came, and the last administrator stays all the same', async () => {
		for (const person of [cast.councilSubstitute, cast.administrator])
			await sql(
				`update public.people set visited_at = now() - interval '30 months', used_at = null, dormancy_noticed_at = now() - interval '31 days' where id = $1`,
				[person]
			);
		await retireAccounts();
		expect(await addressOf(cast.councilSubstitute)).toBeUndefined();
		expect(await addressOf(cast.administrator)).toBeDefined();
		expect(await sql(`select from public.administration_events where kind = 'account_expired'`)).toHaveLength(
			1
		);
	});

	test('in a sample authority all stay', async () => {
		await sql(`update public.authorities set is_sample = true`);
		await sql(
			`update public.people set visited_at = now() - interval '30 months', dormancy_noticed_at = now() - interval '31 days' where id = $1`,
			[cast.committeeOfficer]
		);
		await retireAccounts();
		expect(await addressOf(cast.committeeOfficer)).toBeDefined();
	});
});
