import { randomUUID } from 'node:crypto';
import { afterAll, inject } from 'vitest';
import { backend, openBackend } from '#lib/server/backend.ts';
import { readSettings } from '#lib/server/settings.ts';
import * as database from '#lib/server/database.ts';
import { breaches } from './contracts.ts';
import { ownerOf } from './owner.ts';

export { Refusal } from '#lib/server/database.ts';

/*
 * Importing this file gives the test file a database of its own: a copy of the migrated one with the sample in it.
 * `as(person)`, `asAnonymous()` and `asSystem()` act through the same interface as the pages, `sql` acts as the owner.
 */
process.env.LOG_LEVEL ??= 'error';
const server = inject('serverUrl');
const name = `test_${randomUUID().replaceAll('-', '')}`;
const maintenance = ownerOf(server);

await maintenance.sql(`create database ${name} template sample`);
await maintenance.sql(`alter database ${name} set search_path = "$user", public, extensions`);
export const databaseUrl = server.replace(/\/postgres$/, `/${name}`);
const owner = ownerOf(databaseUrl);
export const sql = owner.sql;

const mail = { SMTP_URL: 'smtp://localhost:1', MAIL_FROM: 'tests@example.org' };
await openBackend(readSettings({ DATABASE_URL: databaseUrl, ORIGIN_URL: 'http://localhost', ...mail }));

const opened = backend();
const { call } = opened;
opened.call = (...asked) =>
	call?.(...asked)?.then((told) => {
		const wrong = told.error ? [] : breaches(asked[1], told.data);
		if (wrong.length) throw new Error(`not as its contract says: ${wrong.join('; ')}`);
		return told;
	});

/** Acts as the verbs do, and may ask for documents straight: what they say is known to the test. */
type Acting = database.Database & { rpc: (name: string, args?: object) => PromiseLike<Told> };
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- see above
type Told = { data: any; error: any; status: number };
export const as = (person: string) => database.asPerson(person) as Acting;
export const asAnonymous = () => database.asAnonymous() as Acting;
export const asSystem = () => database.asSystem() as Acting;
export const ask = <Answer>(query: PromiseLike<Told>): Promise<Answer> =>
	database.ask<Answer>(query) as Promise<Answer>;

afterAll(async () => {
	await backend().close();
	await owner.close();
	await maintenance.sql(`drop database ${name} with (force)`);
	await maintenance.close();
});
