import { afterAll, expect, test } from 'vitest';
import { openBackend } from '#lib/server/backend.ts';
import { readSettings } from '#lib/server/settings.ts';
import { asAnonymous, ask, asSystem, databaseUrl, Refusal, sql } from './harness.ts';
import { openProject } from './project.ts';

/*
 * Supabase as far as it can be had here, and what is said when a database of somebody else's cannot be used.
 */
const common = {
	ORIGIN_URL: 'https://beteiligung.example',
	SMTP_URL: 'smtp://localhost:1',
	MAIL_FROM: 'post@beteiligung.example'
};
const project = await openProject(databaseUrl);
afterAll(project.close);

const supabase = () => ({ ...common, ...project.environment });

test('Supabase: calls go to its address with the key of who asks', async () => {
	await openBackend(readSettings(supabase()));
	const authorities = await ask(asAnonymous().from('authorities').select('key'));
	expect(authorities).toContainEqual({ key: 'harz' });
	await ask(asSystem().rpc('mail_outbox'));
	expect(new Set(project.heard)).toEqual(
		new Set(['sb_publishable_trial_key_00', 'sb_secret_trial_key_000000'])
	);
});

test('Supabase out of reach: a refusal that is shown as 503', async () => {
	await openBackend(readSettings({ ...supabase(), SUPABASE_URL: 'http://127.0.0.1:1' }));
	const started = Date.now();
	const failure = await ask(asAnonymous().from('authorities').select('key')).catch((error) => error);
	expect(Date.now() - started).toBeLessThan(1000);
	expect(failure).toBeInstanceOf(Refusal);
	expect(failure).toMatchObject({ status: 503, messageKey: 'errors_unavailable' });
});

test('Supabase that lacks a migration is not served', async () => {
	const [last] = await sql(`delete from supabase_migrations.schema_migrations where version = (
		select max(version) from supabase_migrations.schema_migrations) returning *`);
	await expect(openBackend(readSettings(supabase()))).rejects.toThrow('npm run push');
	await sql('insert into supabase_migrations.schema_migrations (version, name) values ($1, $2)', [
		last.version,
		last.name
	]);
});

test.each([
	['that does not answer', /@127.0.0.1:\d+/, '@127.0.0.1:1', 'antwortet nicht'],
	['with another password', /:[^:@]+@/, ':wrong@', 'lässt postgres nicht ein'],
	['that is not there', /\/test_\w+$/, '/nowhere', 'keine Datenbank nowhere']
])('a database %s is named in one sentence, without its password', async (_, part, instead, words) => {
	const settings = readSettings({ ...common, DATABASE_URL: databaseUrl.replace(part, instead) });
	const failure = await openBackend(settings).catch((error: Error) => error);
	expect(failure).toMatchObject({ name: 'StartFailure', message: expect.stringContaining(words) });
	expect((failure as Error).message).not.toContain(new URL(databaseUrl).password);
	await openBackend(readSettings({ ...common, DATABASE_URL: databaseUrl }));
});
