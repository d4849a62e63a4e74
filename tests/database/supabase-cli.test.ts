import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { migrate, prepareJobs } from '#lib/server/embedded/migrate.ts';
import { push } from '../../src/bin/push.ts';
import { advise, supabase } from '../../src/bin/supabase.ts';
import { catalogue } from './catalogue-of.ts';
import { ownerOf } from './owner.ts';

/* The same by the Supabase CLI: whoever outgrows the embedded database moves there with it. */
const server = inject('serverUrl');
const urlOf = (name: string) => server.replace(/\/postgres$/, `/${name}`);
const maintenance = ownerOf(server);
const roles = readFileSync('src/lib/server/embedded/roles.sql', 'utf8'); // what a project of Supabase begins with
const cli = ownerOf(urlOf('cli'));
const pushed = ownerOf(urlOf('pushed'));

beforeAll(async () => {
	for (const [name, owner] of Object.entries({ cli, pushed })) {
		await maintenance.sql(`create database ${name}`);
		await owner.sql(roles);
	}
	await push(urlOf('pushed'));
	await prepareJobs(urlOf('cli'));
	run('db', 'push', '--include-seed');
});

function run(...args: string[]) {
	const { status, stdout, stderr } = supabase(urlOf('cli'), ...args);
	if (status !== 0) throw new Error(`${args.join(' ')}: ${stderr || stdout}`);
}

afterAll(async () => {
	for (const [name, owner] of Object.entries({ cli, pushed })) {
		await owner.close();
		await maintenance.sql(`drop database ${name} with (force)`);
	}
	await maintenance.close();
});

test('an empty database takes every migration', async () => {
	const known = await cli.sql(
		'select version, name from supabase_migrations.schema_migrations order by version'
	);
	const files = readdirSync('supabase/migrations').sort();
	expect(known.map(({ version, name }) => `${version}_${name}.sql`)).toEqual(files);
});

test('what the CLI builds is what npm run push builds', async () => {
	expect(await catalogue(urlOf('cli'))).toEqual(await catalogue(urlOf('pushed')));
});

test('our own start finds nothing left to do after a push', async () => {
	expect(await migrate(urlOf('pushed'))).toMatchObject({ applied: [], declared: false });
});

test('what our own start migrated, the CLI finds complete', () => {
	const { stdout, stderr, status } = supabase(urlOf('sample'), 'db', 'push', '--dry-run');
	expect({ status, said: stdout + stderr }).toEqual({
		status: 0,
		said: expect.stringContaining('up to date')
	});
});

test('the advisors warn of nothing', () => {
	expect(advise(urlOf('pushed'))).toEqual([]);
});
