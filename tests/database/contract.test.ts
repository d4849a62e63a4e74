import { createClient, type SupabaseClient } from '@supabase/supabase-js';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { backend, openBackend } from '#lib/server/backend.ts';
import { readSettings } from '#lib/server/settings.ts';
import * as harness from './harness.ts';
import { openProject } from './project.ts';
import { signToken } from '#lib/server/tokens.ts';

/*
 * What we use of the data interface and what must come back, on both ways: functions called in this process, and all
 * through supabase-js. Hosted Supabase (PostgREST 13) answers the same, so that either can be exchanged for it.
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- the trial tables are no part of the product's types
type Untyped = SupabaseClient<any, any, any>;
const as = (person: string) => harness.as(person) as unknown as Untyped;
const asAnonymous = () => harness.asAnonymous() as unknown as Untyped;
const asSystem = () => harness.asSystem() as unknown as Untyped;
const { sql } = harness;

const me = randomUUID();
const somebodyElse = randomUUID();

const own = backend().settings;
let project: Awaited<ReturnType<typeof openProject>>;

/** Each begins with the trial tables as they are in the file, and reads the schema anew. */
describe.each(['in this process', 'through supabase-js'])('%s', (way) => {
	beforeAll(async () => {
		await sql(readFileSync('tests/database/trial.sql', 'utf8'));
		if (way === 'in this process') return void (await openBackend(own));
		project = await openProject(harness.databaseUrl);
		const mail = { SMTP_URL: 'smtp://localhost:1', MAIL_FROM: 'tests@example.org' };
		await openBackend(readSettings({ ...project.environment, ...mail, ORIGIN_URL: 'http://localhost' }));
	});
	afterAll(() => project?.close());

	test('is the way that is meant', () => {
		expect(Boolean(backend().call)).toBe(way === 'in this process');
	});

	describe('who asks', () => {
		test('a person is who the token says', async () => {
			const { data } = await as(me).rpc('trial_who');
			expect(data).toEqual({ person: me, role: 'authenticated' });
		});

		test('nobody is anonymous', async () => {
			const { data } = await asAnonymous().rpc('trial_who');
			expect(data).toEqual({ person: null, role: 'anon' });
		});

		test('only the system runs what is granted to nobody', async () => {
			expect((await asAnonymous().rpc('trial_system')).status).toBe(401);
			expect((await as(me).rpc('trial_system')).error).toMatchObject({ code: '42501' });
			expect((await asSystem().rpc('trial_system')).data).toBe('secret');
		});

		test('a token of another key, an expired one and one of a foreign role are refused', async () => {
			const { jwtSecret } = backend();
			const claims = { role: 'authenticated', sub: me };
			expect((await withToken(signToken(claims, 'x'.repeat(43), 60))).status).toBe(401);
			expect((await withToken(signToken(claims, jwtSecret, -60))).status).toBe(401);
			expect((await withToken(signToken({ role: 'postgres', sub: me }, jwtSecret, 60))).data).toBeNull();
			expect((await withToken(signToken({ role: 'authenticator', sub: me }, jwtSecret, 60))).data).toBeNull();
		});

		test('many at once are never mistaken for each other', async () => {
			const people = Array.from({ length: 60 }, () => randomUUID());
			const answers = await Promise.all(people.map((person) => as(person).rpc('trial_who')));
			expect(answers.map(({ data }) => data.person)).toEqual(people);
		});
	});

	describe('rows', () => {
		test('a person writes and reads only own rows', async () => {
			const written = await as(me)
				.from('trial_notes')
				.insert({ body: 'mine', kind: 'own' })
				.select('body')
				.single();
			expect(written).toMatchObject({ status: 201, data: { body: 'mine' } });
			expect((await as(somebodyElse).from('trial_notes').select('id')).data).toEqual([]);
			const foreign = await as(me)
				.from('trial_notes')
				.insert({ body: 'x', kind: 'y', owner_id: somebodyElse });
			expect(foreign).toMatchObject({ status: 403, error: { code: '42501' } });
		});

		test('what is not granted is denied, to a person with 403 and to nobody with 401', async () => {
			const change = await as(me).from('trial_notes').update({ body: 'new' }).eq('kind', 'own');
			expect(change).toMatchObject({ status: 403, error: { code: '42501' } });
			const read = await asAnonymous().from('trial_notes').select('id');
			expect(read).toMatchObject({ status: 401, error: { code: '42501' } });
		});

		test('counts, order, limits and filters', async () => {
			const lines = as(me).from('trial_lines');
			const found = await lines.select('n', { count: 'exact' }).in('n', [3, 1, 2]).order('n').limit(2);
			expect(found).toMatchObject({ count: 3, data: [{ n: 1 }, { n: 2 }] });
			const range = await as(me).from('trial_lines').select('n').gt('n', 5).lt('n', 8).is('note_id', null);
			expect(range.data).toHaveLength(2);
			expect((await as(me).rpc('trial_list', { p_upto: 2 })).data).toEqual([{ n: 1 }, { n: 2 }]);
		});

		test('an empty list is an empty list, a single row that is not there an error', async () => {
			const none = as(me).from('trial_lines').select('n').eq('n', -1);
			expect(await none).toMatchObject({ status: 200, data: [], error: null });
			const single = await as(me).from('trial_lines').select('n').eq('n', -1).single();
			expect(single).toMatchObject({ status: 406, error: { code: 'PGRST116' } });
			const maybe = await as(me).from('trial_lines').select('n').eq('n', -1).maybeSingle();
			expect(maybe).toMatchObject({ data: null, error: null });
		});

		test('more than 1,000 rows come back complete or cut at 1,000, never refused', async () => {
			const { data } = await as(me).from('trial_lines').select('n');
			expect(data?.length).toBe(1000);
		});
	});

	describe('kinds of values', () => {
		const row = {
			id: 7,
			at: '2026-11-23T07:08:09.123456+00:00',
			day: '2026-11-23',
			clock: '07:08:09',
			share: 12.5,
			words: ['a', 'b,"c"'],
			people: [me, somebodyElse],
			days: ['2026-11-23'],
			document: { list: [1, { deep: 'ü' }], text: "it's \\ here" },
			yes: true
		};

		test('come back as they were sent', async () => {
			const written = await as(me).from('trial_kinds').insert(row).select('*').single();
			expect(written.error).toBeNull();
			expect(written.data).toEqual(row);
			expect((await as(me).rpc('trial_one')).data).toEqual([row]);
		});

		test('go into functions', async () => {
			const echo = async (document: unknown, words: string[] | null) =>
				(
					await as(me).rpc('trial_echo', {
						p_document: document,
						p_words: words,
						p_day: '2026-11-23',
						p_people: [me]
					})
				).data;
			const rest = { day: '2026-11-23', people: [me] };
			expect(await echo({ a: [1] }, ['x', 'y z'])).toEqual({
				document: { a: [1] },
				words: ['x', 'y z'],
				...rest
			});
			expect(await echo([{ a: 1 }, 'b'], [])).toEqual({ document: [{ a: 1 }, 'b'], words: [], ...rest });
			expect(await echo(null, null)).toMatchObject({ words: null });
		});
	});

	describe('what functions give and take', () => {
		const call = (name: string, args?: object) => as(me).rpc(name, args);

		test.each([
			['trial_nothing', 204, null],
			['trial_null', 200, null],
			['trial_row', 200, expect.objectContaining({ yes: true })],
			['trial_one', 200, [expect.objectContaining({ yes: true })]],
			['trial_column', 200, [{ n: 1 }]],
			['trial_out', 200, { a: 1, b: 'x' }],
			['trial_default', 200, ['a', '3']]
		])('%s', async (name, status, data) => {
			expect(await call(name)).toMatchObject({ status, data, error: null });
		});

		test('values of many rows, none of them, and no more than 1,000', async () => {
			expect((await call('trial_each', { p_words: ['a', null, 'b'] })).data).toEqual(['a', null, 'b']);
			expect((await call('trial_each', { p_words: [] })).data).toEqual([]);
			expect((await call('trial_many')).data).toHaveLength(1000);
		});

		test('numbers are numbers as long as nothing is lost', async () => {
			expect((await call('trial_large')).data).toBe('9007199254740993');
			expect((await call('trial_numbers')).data).toEqual([
				{
					small: 12,
					large: '9007199254740993',
					half: 0.5,
					cents: '1.50',
					long: '12345678901234567890.123',
					larges: ['1', '9007199254740993']
				}
			]);
		});

		test('times are the text they are', async () => {
			expect((await call('trial_times')).data).toEqual([
				{
					moment: '2026-01-01T10:00:00.5+00:00',
					moments: ['2026-01-01 12:00:00+00'],
					span: '1 day 02:00:00',
					clock: '07:08:00'
				}
			]);
		});

		test('what is left out is the default, what is nothing is nothing', async () => {
			const words = async (args: object) => (await call('trial_default', args)).data;
			expect(await words({ p_n: 4 })).toEqual(['a', '4']);
			expect(await words({ p_n: 4, p_words: undefined })).toEqual(['a', '4']);
			expect(await words({ p_words: null, p_n: 4 })).toEqual(['4']);
			expect(await words({ p_n: null })).toEqual(['a', null]);
			const odd = ['', 'NULL', null, 'a"b\\c', '{x,y}', 'ü'];
			expect(await words({ p_words: odd, p_n: 1 })).toEqual([...odd, '1']);
		});

		test('values of another kind go in as JSON would write them', async () => {
			const text = async (p_text: unknown, rest = {}) => (await call('trial_text', { p_text, ...rest })).data;
			expect(await text({ a: [1] })).toMatchObject({ text: '{"a":[1]}' });
			expect(await text(3.5, { p_flag: true })).toMatchObject({ text: '3.5', flag: true });
			expect(await text(NaN)).toMatchObject({ text: null });
			expect(await text('\ud800')).toMatchObject({ text: '\ufffd' });
			expect(await text('', { p_moment: new Date(0) })).toMatchObject({
				moment: '1970-01-01T00:00:00+00:00'
			});
		});

		test('a character that no text may hold, and a value that is none of its kind', async () => {
			expect(await call('trial_text', { p_text: 'a\0b' })).toMatchObject({
				status: 400,
				error: { code: '22021' }
			});
			expect(await call('trial_list', { p_upto: 'x' })).toMatchObject({
				status: 400,
				error: { code: '22P02' }
			});
		});

		test('of functions with the same name the one that takes just these', async () => {
			expect((await call('trial_same', { p_a: 1 })).data).toBe('integer');
			expect((await call('trial_same', { p_b: 'x', p_c: 'y' })).data).toBe('two');
			expect(await call('trial_same', { p_b: 'x' })).toMatchObject({
				status: 300,
				error: { code: 'PGRST203' }
			});
		});

		test.each([{ p_upto: 1, p_more: 2 }, { p_other: 1 }, {}, undefined])(
			'no function takes %j',
			async (args) => {
				expect(await call('trial_list', args)).toMatchObject({ status: 404, error: { code: 'PGRST202' } });
			}
		);
	});

	test('what fails only at the end of the transaction is refused like everything else, and nothing stays', async () => {
		const answer = await as(me).rpc('trial_orphan', { p_n: 1 });
		const details = 'Key is not present in table "trial_notes".';
		expect(answer).toMatchObject({ status: 409, data: null, error: { code: '23503', details } });
		expect((await as(me).from('trial_late').select('n')).data).toEqual([]);
		expect((await as(me).rpc('trial_write', { p_n: 1 })).data).toBe(1);
	});

	describe('errors', () => {
		test.each([
			['STALE', 400],
			['NOTFD', 400],
			['RULED', 400],
			['P0001', 400],
			['PT404', 404],
			['23514', 400],
			['40001', 500],
			['28000', 403],
			['XX000', 500]
		])('a function raises %s', async (code, status) => {
			const answer = await as(me).rpc('trial_raise', { p_code: code, p_detail: '["field"]' });
			const error = { code, message: 'trial_message', details: '["field"]', hint: 'trial_hint' };
			expect(answer).toMatchObject({ status, error });
		});

		test('a constraint, a duplicate, a missing parent, a missing value', async () => {
			const notes = () => as(me).from('trial_notes');
			expect(await notes().insert({ body: '' })).toMatchObject({ status: 400, error: { code: '23514' } });
			await notes().insert({ body: 'a', kind: 'twice' });
			const twice = await notes().insert({ body: 'a', kind: 'twice' });
			expect(twice).toMatchObject({ status: 409, error: { code: '23505' } });
			const orphan = await as(me).from('trial_lines').insert({ n: 0, note_id: randomUUID() });
			expect(orphan).toMatchObject({ status: 409, error: { code: '23503' } });
			expect(await notes().insert({ kind: 'b' })).toMatchObject({ status: 400, error: { code: '23502' } });
		});

		test('an unknown function, table, column and a malformed id', async () => {
			const person = as(me);
			expect(await person.rpc('trial_none', { p: 1 })).toMatchObject({
				status: 404,
				error: { code: 'PGRST202' }
			});
			expect(await person.from('trial_none').select('x')).toMatchObject({
				status: 404,
				error: { code: 'PGRST205' }
			});
			expect(await person.from('trial_lines').select('x')).toMatchObject({
				status: 400,
				error: { code: '42703' }
			});
			const malformed = await person.from('trial_notes').select('id').eq('id', 'no-id');
			expect(malformed).toMatchObject({ status: 400, error: { code: '22P02' } });
		});

		test('a schema that is not exposed is out of reach', async () => {
			const answer = await asSystem().schema('trial_private').from('anything').select('x');
			expect(answer.error).not.toBeNull();
			expect(
				(await as(me).schema('supabase_migrations').from('schema_migrations').select('version')).data
			).toBeNull();
		});
	});

	describe('grants', () => {
		test('the first requests grant nothing by themselves', async () => {
			const granted = await sql(`
			select distinct table_name, privilege_type from information_schema.role_table_grants
			where grantee in ('anon', 'PUBLIC') and table_name like 'trial%'`);
			expect(granted).toEqual([]);
			expect(await sql(`select defaclrole from pg_default_acl where defaclacl::text ~ 'anon='`)).toEqual([]);
		});
	});

	const withToken = (token: string) =>
		createClient(backend().url, backend().apiKey, {
			accessToken: async () => token,
			global: { fetch: backend().fetch }
		}).rpc('trial_who');

	test('a warning that is an error passes through the process as it does without the interface', async () => {
		const warned = new Promise((done) => process.once('warning', done));
		const warning = new Error('eleven listeners');
		process.emitWarning(warning);
		expect(await warned).toBe(warning);
	});

	test('whoever holds a client for long, as an export does, is not locked out', async () => {
		vi.useFakeTimers({ toFake: ['Date'] });
		try {
			const db = as(me);
			const who = async () => (await db.rpc('trial_who')).data;
			expect(await who()).toMatchObject({ person: me });
			vi.setSystemTime(Date.now() + 5 * 60_000);
			expect(await who()).toMatchObject({ person: me });
		} finally {
			vi.useRealTimers();
		}
	});
});
