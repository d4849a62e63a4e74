import { existsSync, globSync, statSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type pg from 'pg';
import { missingChanges } from '../../lib/server/embedded/migrate.ts';

export type Finding = { what: string; state: 'fine' | 'hint' | 'wrong'; text: string };

/** What the database says of itself, in the order of the table. Counts only: no names, no addresses. */
export async function databaseFindings(client: pg.Client, url: string): Promise<Finding[]> {
	const missing = await missingChanges(url);
	const version: string = (await client.query(`select current_setting('server_version') as v`)).rows[0].v;
	const reached: Finding = { what: 'Datenbank', state: 'fine', text: `PostgreSQL ${version} antwortet` };
	const migrated = none(
		'Änderungen',
		missing,
		(n) => `${n} Änderungen fehlen: bitte neu starten oder npm run push`
	);
	if (missing) return [reached, migrated];
	const [counts] = (await client.query<Counts>(countsOf)).rows;
	if (!counts) throw new Error('the counts gave no row');
	return [
		reached,
		migrated,
		none('Zeilenschutz', counts.open, (n) => `${n} Tabellen ohne Zeilenschutz`),
		none('Aufträge', counts.stuck, (n) => `${n} Aufträge hängen seit über einer Stunde oder sind aufgegeben`),
		none(
			'Mails',
			counts.unsent,
			(n) => `${n} Mails warten seit über einer Stunde oder sind heute gescheitert`
		),
		none('Verwaltung', counts.leaderless, (n) => `${n} Planungsträger ohne Verwaltung`),
		none('Unbesetzte Stellen', await vacancies(client), (n) => `${n} Stellen mit offenen Aufgaben`, 'hint'),
		none(
			'Anmeldungen',
			counts.failed,
			(n) => `${n} misslungene Versuche in 24 Stunden`,
			counts.failed > 100 ? 'wrong' : 'hint'
		)
	];
}

type Counts = { open: number; stuck: number; unsent: number; leaderless: number; failed: number };

const countsOf = `select
	(select count(*) from pg_class where relnamespace::regnamespace::text in ('public', 'private') and relkind in ('r', 'p') and not relrowsecurity)::int as open,
	(select count(*) from graphile_worker.jobs where attempts >= max_attempts or coalesce(locked_at, run_at) < now() - interval '1 hour')::int as stuck,
	(select count(*) from private.mails where state in ('queued', 'sending') and coalesce(due_at, queued_at) < now() - interval '1 hour'
		or state in ('returned', 'failed', 'unsure') and state_at > now() - interval '1 day')::int as unsent,
	(select count(*) from public.authorities a where not exists (select from public.posts p join public.holdings h on h.post_id = p.id and private.is_current(h)
		where p.authority_id = a.id and p.kind = 'administrator' and p.abolished_on is null))::int as leaderless,
	(select count(*) from private.audit_entries where kind = 'sign_in_failed' and created_at > now() - interval '1 day')::int as failed`;

/** Counted by the rule of the pages, which asks who is looking: an administrator of each authority. */
async function vacancies(client: pg.Client): Promise<number> {
	const { rows } = await client.query<{ authority: string; person: string }>(
		`select distinct on (p.authority_id) p.authority_id as authority, h.person_id as person from public.posts p
		join public.holdings h on h.post_id = p.id and private.is_current(h) where p.kind = 'administrator' and p.abolished_on is null`
	);
	let count = 0;
	for (const { authority, person } of rows) {
		const claims = JSON.stringify({ sub: person, role: 'authenticated' });
		await client.query(`select set_config('request.jwt.claims', $1, false)`, [claims]);
		const found = await client.query('select from private.vacancies($1) where duties > 0', [authority]);
		count += found.rowCount ?? 0;
	}
	await client.query(`select set_config('request.jwt.claims', '', false)`);
	return count;
}

const none = (
	what: string,
	count: number,
	sentence: (count: number) => string,
	state: 'hint' | 'wrong' = 'wrong'
): Finding =>
	count ? { what, state, text: sentence(count) } : { what, state: 'fine', text: 'nichts offen' };

const gigabyte = 2 ** 30;

/** Wrong below 1 GB, a hint below 10 %. */
export async function freeSpace(dataFolder: string): Promise<Finding> {
	const folder = existsSync(dataFolder) ? dataFolder : '.';
	const { bavail, blocks, bsize } = await statfs(resolve(folder));
	const free = bavail * bsize;
	const text = `${(free / gigabyte).toFixed(1).replace('.', ',')} GB frei (${Math.floor((100 * bavail) / blocks)} %)`;
	const state = free < gigabyte ? 'wrong' : bavail < blocks / 10 ? 'hint' : 'fine';
	return { what: 'Speicherplatz', state, text };
}

const hour = 3_600_000;

export async function backupAge(folder: string): Promise<Finding> {
	const what = 'Sicherung';
	const times = globSync('*.zip', { cwd: folder }).map((file) => statSync(join(folder, file)).mtimeMs);
	if (!times.length) return { what, state: 'wrong', text: `In ${folder} liegt keine Sicherung` };
	const hours = Math.floor((Date.now() - Math.max(...times)) / hour);
	return { what, state: hours > 48 ? 'wrong' : 'fine', text: `die neueste ist ${hours} Stunden alt` };
}
