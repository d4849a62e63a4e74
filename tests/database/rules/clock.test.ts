import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { become, connection, doing, trying } from '../acting.ts';
import { cast, enter } from '../cast.ts';
import { backToNow, later } from '../clock.ts';
import { sql } from '../harness.ts';

/* One clock for every rule, and nobody but the owner of the database sets it. */

beforeAll(enter);
afterEach(backToNow);

const asked = `select private.today() - (now() at time zone 'Europe/Berlin')::date as today,
	round(extract(epoch from private.now() - now()) / 86400)::integer as now,
	round(extract(epoch from private.moment() - clock_timestamp()) / 86400)::integer as moment`;

test('the owner sets it, and everybody reads the same', async () => {
	await later('3 days');
	for (const actor of [cast.clerk, cast.anonymous])
		expect(await doing(actor, asked)).toEqual([{ today: 3, now: 3, moment: 3 }]);
	await backToNow();
	expect(await doing(cast.clerk, asked)).toEqual([{ today: 0, now: 0, moment: 0 }]);
});

describe('nobody else sets it', () => {
	const forged = `function private.now() returns timestamptz language sql stable return pg_catalog.now() + interval '3 days'`;
	const attempts = [
		`create or replace ${forged}`,
		`alter function private.now() owner to current_user`,
		`alter function private.now() rename to noon`,
		`drop function private.now()`
	];

	test.each([
		['somebody signed in', cast.administrator],
		['nobody signed in', cast.anonymous]
	])('%s', async (_, actor) => {
		for (const attempt of attempts) expect((await trying(actor, attempt)).word, attempt).toBe('42501');
	});

	test('nor the server', async () => {
		const client = await connection();
		for (const attempt of attempts) {
			await client.query('begin; set local role service_role');
			await expect(client.query(attempt), attempt).rejects.toMatchObject({ code: '42501' });
			await client.query('rollback');
		}
		client.release();
	});

	test('and a function of the same name that somebody puts first on the path is not asked', async () => {
		await sql(`create schema aside; grant usage on schema aside to authenticated;
			create function aside.now() returns timestamptz language sql return pg_catalog.now() + interval '3 days';
			grant execute on function aside.now() to authenticated`);
		const client = await connection();
		await client.query('begin');
		await become(client, cast.clerk);
		await client.query('set local search_path = aside, pg_catalog');
		const { rows } = await client.query(
			'select now() > pg_catalog.now() as forged, private.now() = pg_catalog.now() as kept'
		);
		await client.query('rollback');
		client.release();
		expect(rows).toEqual([{ forged: true, kept: true }]);
	});
});

test('every rule asks it: no function reads the clock of the machine', async () => {
	const own = [
		'private.now()',
		'private.moment()',
		'list_events(uuid,bigint)',
		'private.queue_held_mails(uuid,timestamp with time zone)' // jobs run by the clock of the machine
	];
	const others = await sql<{ name: string }>(
		`select p.oid::regprocedure::text as name from pg_proc p
		where p.pronamespace in ('public'::regnamespace, 'private'::regnamespace)
			and pg_get_functiondef(p.oid) ~* '(?<![.\\w])(now\\(\\)|clock_timestamp|statement_timestamp|current_(date|time))' order by 1`
	);
	expect(others.map(({ name }) => name).filter((name) => !own.includes(name))).toEqual([]);
});
