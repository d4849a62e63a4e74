import { spawn } from 'node:child_process';
import {
	existsSync,
	mkdirSync,
	mkdtempSync,
	openSync,
	readdirSync,
	readFileSync,
	rmSync,
	writeFileSync,
	writeSync,
	closeSync,
	statSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import pg from 'pg';
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest';
import { startServer, stopServer } from '#lib/server/embedded/server.ts';
import { ownerOf } from '../database/owner.ts';
import { dataFolder, start, statusOf } from '../faults/program.ts';
import { operator } from './operator.ts';

/* A backup is worth what comes back from it: taken while people report, put back elsewhere, compared row by row. */

let work: string;
beforeAll(() => {
	work = mkdtempSync(join(tmpdir(), 'augenhoehe-backup-'));
});
afterAll(() => rmSync(work, { recursive: true, force: true }));
const inWork = (name: string) => join(work, name);

test('taken while reports come in: what was acknowledged before is in it, nothing is half, and it comes back whole', async () => {
	const folder = await dataFolder();
	putFile(folder, `ab/${'ab'.repeat(32)}`, 'ein Plan mit Ümlaut');
	const reporter = await reporting(folder);
	const before = await reporter.until(30);
	const done = await operator(['backup', inWork('laufend.zip')], { DATA_DIR: folder });
	expect(done, done.output).toMatchObject({ status: 0 });
	const after = await reporter.until(before.length + 5); // nobody was stopped, nobody waits for a lock
	await reporter.stop();

	const target = inWork('zurueck');
	onTestFinished(() => stopServer(target));
	const restored = await operator(['restore', inWork('laufend.zip'), '--into', target]);
	expect(restored, restored.output).toMatchObject({ status: 0 });
	expect(readFileSync(join(target, 'files', 'ab', 'ab'.repeat(32)), 'utf8')).toBe('ein Plan mit Ümlaut');

	const [source, copy] = [await rowsOf(folder), await rowsOf(target)];
	const numbers = copy.get('public.need_reports')!.map((row) => row.number as string);
	expect(before.filter((number) => !numbers.includes(number))).toEqual([]);
	expect(
		numbers.filter((number) => !source.get('public.need_reports')!.some((row) => row.number === number))
	).toEqual([]);
	expect(after.length).toBeGreaterThan(before.length);
	expect(await halfReports(target)).toEqual([]);
	for (const [table, rows] of copy) {
		if (grows.has(table)) continue;
		expect(rows, table).toEqual(source.get(table));
	}
	await restartedSequences(target);
	await served(target);
});

test('of a resting database: every table is the same, no way in is open, and the database rests again', async () => {
	const folder = await dataFolder();
	await leaveOpen(folder);
	const done = await operator(['backup', inWork('ruhend.zip')], { DATA_DIR: folder });
	expect(done, done.output).toMatchObject({ status: 0 });
	expect(existsSync(join(folder, 'database', 'postmaster.pid'))).toBe(false);
	expect(statSync(inWork('ruhend.zip')).mode & 0o077).toBe(0);

	const server = await startServer(join(work, 'eigene'));
	onTestFinished(server.stop);
	const owner = ownerOf(server.url);
	await owner.sql('create database leer');
	await owner.close();
	const url = server.url.replace(/postgres$/, 'leer');
	const restored = await operator(['restore', inWork('ruhend.zip'), '--into', url], {
		DATA_DIR: inWork('dateien')
	});
	expect(restored, restored.output).toMatchObject({ status: 0 });

	const [source, copy] = [await rowsOf(folder), await rowsAt(url)];
	expect([...copy.keys()]).toEqual([...source.keys()]);
	for (const [table, rows] of copy)
		if (table !== 'private.audit_entries' && !waysIn.has(table))
			expect(rows, table).toEqual(source.get(table));
	expect(await openAt(url)).toEqual([]);
	expect(copy.get('private.audit_entries')!.map(({ kind }) => kind)).toContain('operator_restore');

	const again = await operator(['restore', inWork('ruhend.zip'), '--into', url]);
	expect(again).toEqual({
		status: 1,
		output: 'Die Datenbank ist nicht leer: Bitte legen Sie für die Sicherung eine neue an.\n'
	});
});

test('a file that comes or goes meanwhile does not end it; only what is kept is saved', async () => {
	const folder = await dataFolder();
	const [stays, goes] = ['1'.repeat(64), '2'.repeat(64)];
	putFile(folder, `11/${stays}`, 'ein Plan');
	putFile(folder, `11/${stays}.leaving`, 'beiseite');
	const moving = [putFile(folder, `22/${goes}`, 'geht'), putFile(folder, 'incoming/angefangen', 'halb')];
	const done = await backupWhile(folder, inWork('bewegt.zip'), () => moving.forEach((file) => rmSync(file)));
	expect(done, done.output).toMatchObject({ status: 0, output: expect.stringContaining(' 1 Dateien in ') });
	const target = inWork('bewegt');
	onTestFinished(() => stopServer(target));
	const restored = await operator(['restore', inWork('bewegt.zip'), '--into', target]);
	expect(restored, restored.output).toMatchObject({ status: 0 });
	expect(readdirSync(join(target, 'files'), { recursive: true })).toEqual(['11', join('11', stays)]);
});

test('a file that goes meanwhile although a row of the backup names it ends it with a sentence', async () => {
	const folder = await dataFolder();
	const attached = '3'.repeat(64);
	const file = putFile(folder, `33/${attached}`, 'ein Plan');
	const torn = await backupWhile(folder, inWork('zerrissen.zip'), () => rmSync(file), attached);
	expect(torn).toEqual({
		status: 1,
		output: `Die Anlage ${attached} wurde während der Sicherung entfernt: Bitte sichern Sie noch einmal.\n`
	});
	expect(readdirSync(work).filter((name) => name.startsWith('zerrissen'))).toEqual([]);
});

test('what cannot be read is not told as if it could not be written', async () => {
	const folder = await dataFolder();
	const shelf = dirname(putFile(folder, `44/${'4'.repeat(64)}`, 'ein Plan'));
	const failed = await backupWhile(folder, inWork('unlesbar.zip'), () => {
		rmSync(shelf, { recursive: true });
		writeFileSync(shelf, '');
	});
	expect(failed.status).toBe(1);
	expect(failed.output).toContain(shelf);
	expect(failed.output).not.toContain('kann nicht geschrieben werden');
});

test('what has no place to be written is one sentence', async () => {
	const folder = await dataFolder();
	const nowhere = inWork('nirgendwo/sicherung.zip');
	expect(await operator(['backup', nowhere], { DATA_DIR: folder })).toEqual({
		status: 1,
		output: `Die Datei ${nowhere} kann nicht geschrieben werden: Bitte prüfen Sie den Ordner.\n`
	});
});

test('a damaged archive, a full folder, a name that is taken: one sentence, and nothing is touched', async () => {
	const file = inWork('ruhend.zip');
	const damaged = inWork('beschaedigt.zip');
	const bytes = readFileSync(file);
	writeFileSync(damaged, bytes);
	const half = openSync(damaged, 'r+');
	writeSync(half, Buffer.alloc(64, 7), 0, 64, Math.floor(bytes.length / 3));
	closeSync(half);
	writeFileSync(inWork('abgebrochen.zip'), bytes.subarray(0, bytes.length / 2));
	mkdirSync(inWork('voll'));
	writeFileSync(join(work, 'voll', 'brief.txt'), 'bleibt');

	const refused = async (...args: string[]) => {
		const { status, output } = await operator(args, { DATA_DIR: inWork('nirgends') });
		expect(output.trim().split('\n')).toHaveLength(1);
		return `${status} ${output.trim()}`;
	};
	expect(await refused('restore', damaged, '--into', inWork('neu'))).toMatch(
		/^1 Die Sicherung ist beschädigt: /
	);
	expect(await refused('restore', inWork('abgebrochen.zip'), '--into', inWork('neu'))).toMatch(
		/^1 .* keine vollständige Sicherung/
	);
	expect(await refused('restore', file, '--into', inWork('voll'))).toMatch(/^1 Der Ordner .* ist nicht leer/);
	expect(await refused('backup', file)).toMatch(/^1 Die Datei .* gibt es schon/);
	expect(existsSync(inWork('neu'))).toBe(false);
	expect(readFileSync(join(work, 'voll', 'brief.txt'), 'utf8')).toBe('bleibt');
});

/** @returns where it lies */
function putFile(folder: string, path: string, words: string): string {
	const file = join(folder, 'files', path);
	mkdirSync(dirname(file), { recursive: true });
	writeFileSync(file, words);
	return file;
}

/** A lock holds the rows back, so that something can happen after the files were listed and before they are read. */
async function backupWhile(folder: string, file: string, happens: () => void, attached?: string) {
	const server = await startServer(folder);
	const client = new pg.Client({ connectionString: server.url });
	await client.connect();
	try {
		if (attached)
			await client.query(
				`insert into public.attachments (draft_id, file_name, media_type, size_bytes, sha256)
				select id, 'plan.pdf', 'application/pdf', 8, $1 from public.need_report_drafts limit 1`,
				[attached]
			);
		await client.query('begin; lock table public.attachments in access exclusive mode');
		const done = operator(['backup', file], { DATA_DIR: folder });
		const waits = `select from pg_locks where relation = 'public.attachments'::regclass and not granted`;
		await vi.waitFor(async () => expect((await client.query(waits)).rowCount).toBe(1), { timeout: 60_000 });
		happens();
		await client.query('commit');
		return await done;
	} finally {
		await client.end();
		await server.stop();
	}
}

type Row = Record<string, unknown>;

const waysIn = new Map([
	['private.sessions', 'ended_at is null'],
	['private.access_tokens', 'revoked_at is null'],
	['private.feeds', 'true'],
	['private.sign_ins', 'expires_at > now()'],
	['private.challenges', 'expires_at > now()'],
	['private.address_changes', 'expires_at > now()']
]);
const openAt = async (url: string) => {
	const owner = ownerOf(url);
	const open = [...waysIn].map(
		([table, isOpen]) => `select distinct '${table}' as way from ${table} where ${isOpen}`
	);
	return owner.sql(open.join(' union all ')).finally(owner.close);
};

/** Somebody is signed in and on the way to it, has a token and a feed, and has asked for another address. */
async function leaveOpen(folder: string) {
	const server = await startServer(folder);
	const owner = ownerOf(server.url);
	try {
		await owner.sql(`
			with kern as (select id from public.people where email = 'kern@beispiel.example'),
				hash as (select repeat('e', 64) as h),
				session as (insert into private.sessions (id_hash, person_id, expires_at) select h, id, now() + interval '1 day' from kern, hash),
				token as (insert into private.access_tokens (person_id, name, token_hash, scopes, expires_at) select id, 'Probe', h, array['read'], now() + interval '1 day' from kern, hash),
				feed as (insert into private.feeds (person_id, secret_hash) select id, h from kern, hash),
				sign_in as (insert into private.sign_ins (person_id, account_hash, code_hash, link_hash) select id, h, h, h from kern, hash),
				challenge as (insert into private.challenges (person_id, token_hash) select id, h from kern, hash)
			insert into private.address_changes (person_id, old_email, new_email, token_hash, objection_hash)
			select id, 'kern@beispiel.example', 'neu@test.example', h, repeat('f', 64) from kern, hash`);
		expect(await openAt(server.url)).toHaveLength(waysIn.size);
	} finally {
		await owner.close();
		await server.stop();
	}
}

/** Those that grow between the backup and the comparison. */
const grows = new Set([
	'public.need_reports',
	'private.recent_acts',
	'public.need_report_drafts',
	'public.need_report_contacts',
	'public.need_report_follow_ups',
	'public.events',
	'public.short_addresses',
	'private.counters',
	'private.audit_entries',
	'private.mails',
	'private.notices',
	'private.word_index'
]);

async function rowsOf(folder: string): Promise<Map<string, Row[]>> {
	const server = await startServer(folder);
	return rowsAt(server.url).finally(server.stop);
}

/** Every table of ours, each row as a document, in the order of its text. */
async function rowsAt(url: string): Promise<Map<string, Row[]>> {
	const owner = ownerOf(url);
	try {
		const tables = await owner.sql<{ name: string }>(
			`select relnamespace::regnamespace || '.' || relname as name from pg_class where relnamespace::regnamespace::text in ('public', 'private') and relkind = 'r' order by 1`
		);
		const rows = new Map<string, Row[]>();
		for (const { name } of tables)
			rows.set(
				name,
				(
					await owner.sql<{ row: Row }>(`select to_jsonb(t) as row from ${name} t order by to_jsonb(t)::text`)
				).map(({ row }) => row)
			);
		return rows;
	} finally {
		await owner.close();
	}
}

/** A report, its entry in the chronicle, its short address and its number belong together. */
async function halfReports(folder: string): Promise<string[]> {
	const server = await startServer(folder);
	const owner = ownerOf(server.url);
	try {
		const rows = await owner.sql<{ number: string }>(`select r.number from public.need_reports r
			where not exists (select from public.events e where e.subject_id = r.id and e.kind = 'released')
				or not exists (select from public.short_addresses s where s.short_id = r.short_id)`);
		return rows.map(({ number }) => number);
	} finally {
		await owner.close();
		await server.stop();
	}
}

/** The next number follows the last: nothing is given twice. */
async function restartedSequences(folder: string) {
	const server = await startServer(folder);
	const owner = ownerOf(server.url);
	try {
		const [{ next, last }] = await owner.sql(
			`select nextval(pg_get_serial_sequence('public.events', 'id'))::int as next, (select max(id)::int from public.events) as last`
		);
		expect(next).toBeGreaterThan(last);
	} finally {
		await owner.close();
		await server.stop();
	}
}

/** The pages run on it. */
async function served(folder: string) {
	const { address } = await start(folder);
	expect(await statusOf(`${address}/`)).toBe(200);
	expect(await statusOf(`${address}/anmelden`)).toBe(200);
}

/** Frau Kern and Herr Voß at work, in a program of their own that holds the database. */
async function reporting(folder: string) {
	const child = spawn(process.execPath, ['tests/faults/reporter.ts', folder]);
	onTestFinished(() => void child.kill('SIGKILL'));
	let trouble = '';
	child.stderr.on('data', (text) => (trouble += text));
	const acknowledged: string[] = [];
	const lines = createInterface(child.stdout);
	const until = (target: number) =>
		new Promise<string[]>((done, fail) => {
			const look = () => acknowledged.length >= target && (lines.off('line', look), done([...acknowledged]));
			lines.on('line', look);
			child.once('exit', () => fail(new Error(`the reporter ended: ${trouble}`)));
			look();
		});
	lines.prependListener('line', (number) => acknowledged.push(number));
	const stop = async () => {
		child.removeAllListeners('exit');
		child.kill('SIGKILL');
		await stopServer(folder);
	};
	return { until, stop };
}
