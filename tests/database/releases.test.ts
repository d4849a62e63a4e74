import { createHash } from 'node:crypto';
import { globSync, readdirSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { declaredFiles } from '#lib/server/embedded/declared.ts';
import { migrate, prepareJobs } from '#lib/server/embedded/migrate.ts';
import { catalogue } from './catalogue-of.ts';
import { ownerOf } from './owner.ts';

/* Databases of released versions are brought to the newest state: the same rules as a fresh one, and no row lost. */
const server = inject('serverUrl');
const urlOf = (name: string) => server.replace(/\/postgres$/, `/${name}`);
const maintenance = ownerOf(server);
const roles = readFileSync('src/lib/server/embedded/roles.sql', 'utf8');

type Release = { migrations: { version: string; name: string; text: string }[]; seed: string };

describe.each(readdirSync('tests/database/releases'))('the release %s', (file) => {
	const name = `release_${file.replace(/\W/g, '_')}`;
	const old = ownerOf(urlOf(name));
	let before: Record<string, number>;

	beforeAll(async () => {
		await maintenance.sql(`create database ${name}`);
		await build(name, JSON.parse(gunzipSync(readFileSync(`tests/database/releases/${file}`)).toString()));
		before = await rowsOf(old);
		await migrate(urlOf(name));
	});
	afterAll(async () => {
		await old.close();
		await maintenance.sql(`drop database ${name} with (force)`);
	});

	test('becomes what a fresh database is', async () => {
		expect(await catalogue(urlOf(name))).toEqual(await catalogue(urlOf('sample')));
	});

	test('keeps every row', async () => {
		const { survey_returns: returned, ...tables } = before;
		const isElsewhere = (table: string) => table === 'events' || /_tallies$/.test(table); // figures are taken each month
		const same = Object.fromEntries(Object.entries(tables).filter(([table]) => !isElsewhere(table)));
		expect(await rowsOf(old)).toMatchObject({
			...same,
			survey_return_fields: returned,
			'private.keys': before['private.keys']! + 2, // those of posts and of figures
			'private.mail_kinds': before['private.mail_kinds']! + 11, // those that were not listed, and those of votes
			'private.retention_rules': before['private.retention_rules']! + 4 // those of notices, of links without sign-in, of recent acts, of votes
		});
		expect(Object.values(before).reduce((sum, rows) => sum + rows, 0)).toBeGreaterThan(1000);
	});

	test('tells each return once in the chronicle, with every field it told before', async () => {
		const [told] =
			await old.sql(`select count(*)::integer as acts, sum(jsonb_array_length(detail -> 'fields'))::integer as fields
			from public.events where kind = 'call_returned'`);
		const [{ acts }] = (await old.sql('select count(*)::integer as acts from public.call_returns')) as [
			{ acts: number }
		];
		expect(told).toEqual({ acts, fields: before.survey_returns });
		expect((await rowsOf(old)).events).toBe(before.events! - told!.fields + acts);
	});

	test('has told and sent in the new way what still waited', async () => {
		const told = await old.sql('select kind from private.notices order by kind');
		expect(told.map(({ kind }) => kind)).toEqual(['answered', 'barrier', 'news', 'receipt']);
		const jobs =
			await old.sql(`select j.task_identifier as task, n.kind, m.subject from graphile_worker.jobs j
			left join private.notices n on n.batch::text = j.key left join private.mails m on m.batch::text = j.key
			order by 1, 2`);
		expect(jobs).toEqual([
			{ task: 'index_words', kind: null, subject: null },
			{ task: 'send_mails', kind: null, subject: 'wartet' },
			...told.map(({ kind }) => ({ task: 'write_letters', kind, subject: null }))
		]);
	});

	test('has its public figures after the next night', async () => {
		await old.sql('select public.take_figures()');
		const [{ missing } = { missing: NaN }] = await old.sql<{ missing: number }>(
			`select count(*)::integer as missing from public.authorities a
			where not exists (select from private.figure_snapshots s where s.authority_id = a.id)`
		);
		expect(missing).toBe(0);
	});

	test('is done once', async () => {
		expect(await migrate(urlOf(name))).toMatchObject({ applied: [], declared: false });
	});

	async function build(name: string, { migrations, seed }: Release) {
		await old.sql(roles);
		await prepareJobs(urlOf(name));
		await old.sql(`create schema supabase_migrations;
			create table supabase_migrations.schema_migrations (version text primary key, statements text[], name text)`);
		for (const { version, name, text } of migrations) {
			await old.sql(text);
			await old.sql('insert into supabase_migrations.schema_migrations (version, name) values ($1, $2)', [
				version,
				name
			]);
		}
		await old.sql(seed);
		await old.sql(waiting);
	}
});

/** What was queued in the version before the letterbox, and not done yet. */
const waiting = `
	insert into public.barrier_reports (authority_id, message) select id, 'Zu klein' from public.authorities limit 1;
	select graphile_worker.complete_jobs(array(select id from graphile_worker.jobs));
	insert into private.mails (kind, recipient, subject, letter) values ('receipt', 'kern@beispiel.example', 'wartet', '{}');
	select graphile_worker.add_job('send_mail', json_build_object('mail_id', id)) from private.mails where subject = 'wartet';
	select graphile_worker.add_job('notify_barrier', json_build_object('barrier_report_id', id)) from public.barrier_reports where message = 'Zu klein';
	select graphile_worker.add_job('notify', json_build_object('event_id', max(id))) from public.events where kind in ('answered', 'released') group by kind`;

describe('migrations', () => {
	test('that were released stay as they are', () => {
		const lines = readFileSync('supabase/released.sha256', 'utf8').trim().split('\n');
		for (const line of lines) {
			const [sum, file] = line.split(/ +/);
			const text = readFileSync(`supabase/${file}`);
			expect(`${createHash('sha256').update(text).digest('hex')} ${file}`).toBe(`${sum} ${file}`);
		}
		expect(lines.length).toBeGreaterThan(30);
	});

	test('hold tables and rows; rules lie in schemas', () => {
		const rules =
			/^\s*(create (or replace )?(function|view)|create (trigger|policy)|drop (function|policy|trigger))\b.*$/gim;
		const own = /private\.(is_blank|is_email|account_hash)\(/; // called by constraints and indexes: part of the tables
		for (const file of readdirSync('supabase/migrations')) {
			const found = readFileSync(`supabase/migrations/${file}`, 'utf8').match(rules) ?? [];
			expect({ file, found: found.filter((line) => !own.test(line)) }).toEqual({ file, found: [] });
		}
	});

	test('the Supabase CLI applies the same files in the same order', () => {
		const config = readFileSync('supabase/config.toml', 'utf8');
		const [declared, seeds] = ['schema_paths', 'sql_paths'].map(
			(name) => new RegExp(`^${name} = \\[([^\\]]*)\\]`, 'm').exec(config)?.[1]
		);
		expect(seeds).toBe(declared);
	});

	test('and rules are short lines, each file named once in config.toml', () => {
		const files = globSync('supabase/schemas/**/*.sql');
		const named = declaredFiles().map((file) => file.slice(file.indexOf('supabase/schemas')));
		expect(named.toSorted()).toEqual(files.toSorted());
		const lines = [...files, ...globSync('supabase/migrations/*.sql')].flatMap((file) =>
			readFileSync(file, 'utf8')
				.split('\n')
				.map((line) => `${file}: ${line}`)
		);
		expect(lines.filter((line) => line.length - line.indexOf(': ') - 2 > 110)).toEqual([]);
	});
});

async function rowsOf({ sql }: ReturnType<typeof ownerOf>): Promise<Record<string, number>> {
	const tables = await sql<{ name: string }>(`select oid::regclass::text as name from pg_class
		where relnamespace in ('public'::regnamespace, 'private'::regnamespace) and relkind = 'r' order by 1`);
	const counts = await Promise.all(
		tables.map(async ({ name }) => [name, Number((await sql(`select count(*) from ${name}`))[0]?.count)])
	);
	return Object.fromEntries(counts);
}

afterAll(async () => {
	await maintenance.close();
});
