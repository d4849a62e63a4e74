import type pg from 'pg';
import { afterAll, beforeAll, beforeEach, afterEach, expect, test } from 'vitest';
import { become, connection, type Actor } from '../acting.ts';
import { cast, enter } from '../cast.ts';
import { ask, as, sql } from '../harness.ts';

/* The posts of a person are found once for a statement and kept in a setting. It says nothing but the truth. */

let client: pg.PoolClient;
beforeAll(async () => {
	await enter();
	client = await connection();
});
afterAll(() => client.release());
beforeEach(() => client.query('begin'));
afterEach(() => client.query('rollback'));

const value = async (text: string, values: unknown[] = []): Promise<string> =>
	Object.values((await client.query(text, values)).rows[0] ?? {})[0] as string;
const setting = 'augenhoehe.posts';
const kept = () => value(`select current_setting('${setting}', true)`);
const posts = () => value(`select string_agg(kind, ',' order by kind) from private.my_posts()`);
const postsOf = async (actor: Actor) => {
	await become(client, actor);
	return posts();
};
const asOwner = (text: string) => client.query(`reset role; ${text}`);

test('it is kept for the next who asks', async () => {
	expect(await postsOf(cast.clerk)).toBe('clerk');
	expect(await kept()).toContain('"kind":"clerk"');
});

test('a person who writes the setting by hand gains nothing', async () => {
	const planner = { kind: 'planner', authority_id: 'a0000000-0000-4000-8000-000000000001' };
	await become(client, cast.clerk);
	for (const seal of ['', '0'.repeat(64), (await posts()) && (await kept()).slice(0, 64)]) {
		await value(`select set_config('${setting}', $1, true)`, [seal + JSON.stringify([planner])]);
		expect(await posts()).toBe('clerk');
		await value(`select set_config('${setting}', $1, false)`, [seal + JSON.stringify([planner])]);
		expect(await posts()).toBe('clerk');
	}
});

test('nor who puts there what was kept for somebody else', async () => {
	expect(await postsOf(cast.planner)).toBe('planner');
	const theirs = await kept();
	await become(client, cast.clerk);
	await value(`select set_config('${setting}', $1, true)`, [theirs]);
	expect(await posts()).toBe('clerk');
});

test('the secret and the seal are nobody’s, and no function of the interface writes a setting', async () => {
	await become(client, cast.clerk);
	await expect(client.query('select value from private.keys')).rejects.toMatchObject({ code: '42501' });
	const writers = await sql<{ name: string }>(
		`select oid::regprocedure::text as name from pg_proc where pronamespace::regnamespace::text in ('public', 'private')
			and pg_get_functiondef(oid) ~* 'set_config|set\\s+local\\s' and prokind = 'f' order by 1`
	);
	expect(writers.map(({ name }) => name)).toEqual(['private.forget_posts()', 'private.my_posts()']);
	const given = { setting_name: setting, new_value: '[]', is_local: true };
	await expect(ask(as(cast.clerk).rpc('set_config' as never, given as never))).rejects.toThrow();
});

test.each<[what: string, actor: Actor, change: string]>([
	[
		'a term ends',
		cast.clerk,
		`update public.holdings set ended_at = now() where person_id = '${cast.clerk}'`
	],
	[
		'a post is abolished',
		cast.clerk,
		`update public.posts set abolished_on = private.today() where id in (select post_id from public.holdings where person_id = '${cast.clerk}')`
	],
	[
		'an assistance is taken back',
		cast.chairAssistant,
		`update public.assistances set revoked_at = now() where assistant_id = '${cast.chairAssistant}'`
	],
	[
		'a second factor goes',
		cast.planner,
		`update public.authorities set is_sample = false; delete from private.second_factors where person_id = '${cast.planner}'`
	]
])('once %s the same transaction knows', async (_, actor, change) => {
	expect(await postsOf(actor)).not.toBeNull();
	await asOwner(change);
	expect(await postsOf(actor)).toBeNull();
});

test('it knows within the statement too, in what the change sets off', async () => {
	await postsOf(cast.clerk);
	await asOwner(`create function private.tell() returns trigger language plpgsql as $$ begin
			perform set_config('trial.posts', (select count(*) from private.my_posts())::text, true); return null;
		end $$;
		create trigger tell after update on public.holdings for each row execute function private.tell();
		update public.holdings set ended_at = now() where person_id = '${cast.clerk}'`);
	expect(await value(`select current_setting('trial.posts')`)).toBe('0');
});

test('what another transaction commits meanwhile counts from the next statement on', async () => {
	expect(await postsOf(cast.deputyClerk)).toBe('clerk');
	await sql(`update public.holdings set ended_at = now() where person_id = '${cast.deputyClerk}'`);
	expect(await posts()).toBeNull();
});
