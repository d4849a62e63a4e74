// Measures CPU per request of our pages as a multiple of a bare server's, in one run: a figure that holds on a noisy machine.
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { format, resolveConfig } from 'prettier';
import { serving } from '../../src/bin/node.js';
import { prepareFolder } from '../../src/lib/server/embedded/folder.ts';
import { readPostmaster } from '../../src/lib/server/embedded/processes.ts';
import { startServer } from '../../src/lib/server/embedded/server.ts';
import { cpuOf, memoryOf } from './processes.ts';
import { load, type Load } from './load.ts';
import { mailing } from './mailing.ts';
import { report, type Row } from './report.ts';
import { assetsOf } from './assets.ts';
import { takeAway } from './export.ts';

const sizes = (process.env.BENCH_SIZES ?? '2000,200000').split(',').map(Number);
const seconds = Number(process.env.BENCH_SECONDS ?? 8);
const connections = 8;
/** Reports in the list that is taken away at the end. */
const exported = 20_000;
const [barePort, pagesPort] = [43_301, 43_302];
const bare = `http://127.0.0.1:${barePort}`;
const pages = `http://127.0.0.1:${pagesPort}`;
const folder = mkdtempSync(join(tmpdir(), 'augenhoehe-bench-'));
const session = 'b'.repeat(40);
const releaser = 'c'.repeat(40);
const cookie = (id: string) => ({ cookie: `session=${id}`, accept: 'text/html' });
const children: ChildProcess[] = [];

try {
	const bareServer = start([join(import.meta.dirname, 'bare.ts')], barePort);
	const server = start(serving, pagesPort);
	await Promise.all([answers(bare), answers(`${pages}/health`)]);
	const { url } = await startServer(folder); // takes over the one that the pages started
	const database = readPostmaster((await prepareFolder(folder)).database)?.pid ?? 0;
	const owner = new pg.Client({ connectionString: url });
	owner.on('error', () => {}); // when a measurement fails, its database goes first
	await owner.connect();

	const rows: Row[] = [];
	for (const reports of sizes) {
		await fill(owner, reports / 100);
		await signIn(owner);
		await warm();
		const measured = await measure(bareServer.pid!, 0, { origin: bare, request: () => ({ path: '/' }) });
		rows.push({ page: 'bare node:http server', reports, ...measured });
		for (const { name, request, status } of await plans(owner)) {
			const figures = await measure(server.pid!, database, { origin: pages, request, status });
			rows.push({ page: name, reports, ...figures });
		}
	}
	const assets = await assetsOf(pages, [
		'/',
		'/anmelden',
		...['/start', '/bedarfe', '/bedarfe/MAB-2025-12'].map((path) => ({ path, headers: cookie(session) })),
		{ path: await draftAddress(owner), headers: cookie(releaser) }
	]);
	const memory = memoryOf(server.pid!);
	await owner.query(`set bench.first = '${exported}'`);
	await fill(owner, 0);
	const exports = [];
	for (const kind of ['csv', 'xlsx']) exports.push(await takeAway(server.pid!, pages, kind, cookie(session)));
	const mailed = await mailing(owner, server.pid!, database, 1000);
	const results = join(import.meta.dirname, 'RESULTS.md');
	const table = report({
		rows,
		assets,
		memory,
		exported,
		exports,
		mailed,
		machine: `${cpus().length} × ${cpus()[0]?.model}, Node ${process.versions.node}`,
		commit: execFileSync('git', ['rev-parse', '--short', 'HEAD']).toString().trim()
	});
	const text = await format(table, { ...(await resolveConfig(results)), filepath: results });
	console.log(text);
	if (!process.env.BENCH_SIZES) writeFileSync(results, text);
	await owner.end();
} finally {
	for (const child of children) {
		child.kill('SIGTERM');
		await new Promise((done) => child.once('exit', done));
	}
	rmSync(folder, { recursive: true, force: true });
}

function start(args: string[], port: number): ChildProcess {
	const env = { ...process.env, PORT: String(port), DATA_DIR: folder, NODE_ENV: 'production' };
	const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'ignore', 'inherit'] });
	children.push(child);
	return child;
}

async function answers(address: string) {
	for (let attempt = 0; attempt < 300; attempt++) {
		if (
			await fetch(address)
				.then(({ ok }) => ok)
				.catch(() => false)
		)
			return;
		await pause(200);
	}
	throw new Error(`${address} does not answer`);
}

async function fill(owner: pg.Client, perAuthority: number) {
	await owner.query(`set bench.reports = '${perAuthority}'`);
	for (const file of ['fill.sql', 'fill-calls.sql'])
		await owner.query(readFileSync(join(import.meta.dirname, file), 'utf8'));
}

/** A planner and a head of the first authority, signed in by what a real sign-in would have written. */
async function signIn(owner: pg.Client) {
	for (const [id, person] of [
		[session, '10000001-0000-4000-9000-000000000001'],
		[releaser, '10000001-0000-4000-9000-000000000003']
	] as const)
		await owner.query(
			`insert into private.sessions (id_hash, person_id, expires_at) values ($1, $2, now() + interval '1 day') on conflict do nothing`,
			[createHash('sha256').update(id).digest('hex'), person]
		);
}

async function draftAddress(owner: pg.Client): Promise<string> {
	const [id] = await drafts(owner, 1);
	return `/bedarfe/entwurf/${id}/ort`;
}

/** Complete drafts, ready to be released. */
async function drafts(owner: pg.Client, count: number): Promise<string[]> {
	const { rows } = await owner.query(
		`insert into public.need_report_drafts (authority_id, organisation_id, revision, answers, written_by, written_in, handed_in_at)
		select 'a0000001-0000-4000-9000-000000000000', '00000001-0000-4000-9000-000000000001', 1, jsonb_build_object('title', 'Messung ' || n,
			'field_of_action', 'care', 'target_groups', '["older_people"]'::jsonb, 'municipality_ags', '99001001', 'locality', 'Ortsteil 1', 'description', 'Im Ortsteil fehlt seit längerem ein Angebot.',
			'affected_range', '20_to_50', 'urgency', 'this_year', 'visibility', 'participants'),
			'10000001-0000-4000-9000-000000000002', '20000001-0000-4000-9000-000000000002', now()
		from generate_series(1, $1) n returning id`,
		[count]
	);
	return rows.map(({ id }) => id);
}

type Plan = {
	name: string;
	request: (n: number) => ReturnType<Parameters<typeof load>[0]['request']>;
	status?: number;
};

async function plans(owner: pg.Client): Promise<Plan[]> {
	const ready = await drafts(owner, 300 * seconds);
	return [
		{ name: 'public overview', request: () => ({ path: '/' }) },
		{ name: 'signed-in list of 50', request: () => ({ path: '/bedarfe', headers: cookie(session) }) },
		{
			name: "one report's page",
			request: () => ({ path: '/bedarfe/MAB-2025-12', headers: cookie(session) })
		},
		{ name: 'start page', request: () => ({ path: '/start', headers: cookie(session) }) },
		{
			name: 'ledger of 220 × 12',
			request: () => ({ path: '/abfragen/messung/ruecklauf', headers: cookie(session) })
		},
		{
			name: "a report's submission",
			status: 303,
			request: (n) =>
				ready[n]
					? {
							method: 'POST',
							path: `/bedarfe/entwurf/${ready[n]}/pruefen?/release`,
							body: 'revision=1',
							headers: {
								...cookie(releaser),
								origin: pages,
								'content-type': 'application/x-www-form-urlencoded'
							}
						}
					: null
		}
	];
}

async function warm() {
	for (const path of ['/', '/bedarfe', '/bedarfe/MAB-2025-12', '/start'])
		await load({
			origin: pages,
			seconds: 1.5,
			connections,
			request: () => ({ path, headers: path === '/' ? {} : cookie(session) })
		});
}

type Measured = Load & { cpu: number; database: number };

async function measure(
	server: number,
	database: number,
	plan: { origin: string; request: Plan['request']; status?: number }
): Promise<Measured> {
	await pause(500);
	const before = [cpuOf([server, database]), cpuOf([database])] as const;
	const done = await load({ ...plan, seconds, connections });
	return {
		...done,
		cpu: (cpuOf([server, database]) - before[0]) / done.requests,
		database: (cpuOf([database]) - before[1]) / done.requests
	};
}
