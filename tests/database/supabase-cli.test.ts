import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { migrate } from '#lib/server/embedded/migrate.ts';
import { push } from '../../src/bin/push.ts';
import { advise, generateTypes, supabase } from '../../src/bin/supabase.ts';
import { ownerOf } from './owner.ts';

/* The same migrations by the Supabase CLI: whoever outgrows the embedded database moves there with them. */
const server = inject('serverUrl');
const maintenance = ownerOf(server);
const url = server.replace(/\/postgres$/, '/cli');
const owner = ownerOf(url);

beforeAll(async () => {
	await maintenance.sql('create database cli');
	await owner.sql(readFileSync('src/lib/server/embedded/roles.sql', 'utf8')); // what a project of Supabase begins with
	await push(url);
});

afterAll(async () => {
	await owner.close();
	await maintenance.sql('drop database cli with (force)');
	await maintenance.close();
});

test('an empty database takes every migration', async () => {
	const pushed = await owner.sql(
		'select version, name from supabase_migrations.schema_migrations order by version'
	);
	const files = readdirSync('supabase/migrations').sort();
	expect(pushed.map(({ version, name }) => `${version}_${name}.sql`)).toEqual(files);
});

test('our own start finds nothing left to do there', async () => {
	expect((await migrate(url)).applied).toEqual([]);
});

test('what our own start migrated, the CLI finds complete', () => {
	const { stdout, stderr, status } = supabase(
		server.replace(/\/postgres$/, '/sample'),
		'db',
		'push',
		'--dry-run'
	);
	expect({ status, said: stdout + stderr }).toEqual({
		status: 0,
		said: expect.stringContaining('up to date')
	});
});

test('the advisors warn of nothing', () => {
	expect(advise(url)).toEqual([]);
});

test('the generated types are current: npm run types', async () => {
	expect(await generateTypes(url)).toBe(readFileSync('src/lib/server/database.types.ts', 'utf8'));
});
