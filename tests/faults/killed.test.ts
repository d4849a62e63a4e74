import { spawn } from 'node:child_process';
import { renameSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { startServer } from '#lib/server/embedded/server.ts';
import { ownerOf } from '../database/owner.ts';
import { dataFolder, postmaster, start, statusOf, untilStatus } from './program.ts';

/* Power cuts, the kernel's killer, an impatient hand: whatever was acknowledged is still there. */

test('a killed program leaves its database running, and the next start takes it over', async () => {
	const folder = await dataFolder();
	const first = await start(folder);
	const database = postmaster(folder);
	first.kill('SIGKILL');
	await first.ended;
	const second = await start(folder);
	expect(postmaster(folder)).toBe(database);
	second.kill('SIGTERM');
	expect(await second.ended).toBe(0);
});

test('program and database killed: the next start recovers', async () => {
	const folder = await dataFolder();
	const first = await start(folder);
	process.kill(postmaster(folder), 'SIGKILL');
	first.kill('SIGKILL');
	await first.ended;
	await start(folder);
});

test.each(['SIGKILL', 'SIGINT'] as const)(
	'a database ended by %s while the pages run: a clear 503, then all is well again by itself',
	async (signal) => {
		const folder = await dataFolder();
		const { address } = await start(folder);
		const isBack = hinderRestart(folder);
		process.kill(postmaster(folder), signal);
		await untilStatus(`${address}/health`, 503);
		expect(await statusOf(`${address}/postfach`)).toBe(503);
		isBack();
		await untilStatus(`${address}/health`, 200);
		await untilStatus(`${address}/postfach`, 200);
	}
);

/** Without its configuration the database cannot come back. @returns puts it back */
function hinderRestart(folder: string) {
	const configuration = join(folder, 'database', 'postgresql.conf');
	renameSync(configuration, `${configuration}.away`);
	return () => renameSync(`${configuration}.away`, configuration);
}

test('1,000 acknowledged reports survive kills in between', async () => {
	const folder = await dataFolder();
	const acknowledged = new Set<string>();
	for (const target of [150, 400, 700, 1000]) await reportUntil(target, folder, acknowledged);
	const server = await startServer(folder);
	const owner = ownerOf(server.url);
	const rows = await owner.sql<{ number: string }>('select number from public.need_reports');
	const stored = new Set(rows.map(({ number }) => number));
	await owner.close();
	await server.stop();
	expect(acknowledged.size).toBeGreaterThanOrEqual(1000);
	expect([...acknowledged].filter((number) => !stored.has(number))).toEqual([]);
}, 300_000);

/** Lets a reporter work until so many reports are acknowledged, then kills it and its database in the middle of the next. */
async function reportUntil(target: number, folder: string, acknowledged: Set<string>) {
	const reporter = spawn(process.execPath, ['tests/faults/reporter.ts', folder], {
		stdio: ['ignore', 'pipe', 'ignore']
	});
	const ended = new Promise((done) => reporter.once('exit', done));
	let rest = '';
	reporter.stdout.on('data', (text) => {
		const lines = (rest + text).split('\n');
		rest = lines.pop() ?? '';
		for (const number of lines) acknowledged.add(number);
		if (acknowledged.size >= target && !reporter.killed) {
			process.kill(postmaster(folder), 'SIGKILL');
			reporter.kill('SIGKILL');
		}
	});
	await ended;
}
