import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, onTestFinished, vi } from 'vitest';
import { migrate } from '#lib/server/embedded/migrate.ts';
import { startServer, stopServer } from '#lib/server/embedded/server.ts';
import { freePort } from '../free-port.ts';

/* The program as an administrator runs it: started from the build, watched from outside, killed from outside. */

/** A data folder with the sample in it, that goes with the test, and whatever still runs on it. */
export async function dataFolder(): Promise<string> {
	const folder = mkdtempSync(join(tmpdir(), 'augenhoehe-fault-'));
	onTestFinished(async () => {
		await stopServer(folder);
		rmSync(folder, { recursive: true, force: true });
	});
	cpSync(await (pattern ??= sown()), folder, { recursive: true });
	return folder;
}

let pattern: Promise<string> | undefined;
afterAll(async () => pattern && rmSync(await pattern, { recursive: true, force: true }));

/** Made once for a file, since making a database takes longer than copying one. */
async function sown(): Promise<string> {
	const folder = mkdtempSync(join(tmpdir(), 'augenhoehe-pattern-'));
	const server = await startServer(folder);
	await migrate(server.url, { seed: 'supabase/seed.sql' }).finally(server.stop);
	return folder;
}

/** Starts it without waiting. `output` is what it has said so far; `ended` its status. */
export function launch(folder: string, port: number, environment: Record<string, string> = {}) {
	if (!existsSync('build/handler.js')) throw new Error('The pages have to be built first: npm run build');
	const child = spawn(process.execPath, ['src/bin/serve.ts'], {
		env: { ...process.env, PORT: String(port), DATA_DIR: folder, LOG_LEVEL: 'warn', ...environment }
	});
	let output = '';
	child.stdout.on('data', (text) => (output += text));
	child.stderr.on('data', (text) => (output += text));
	const ended = new Promise<number | string | null>((done) => {
		child.once('exit', (status, signal) => done(status ?? signal));
	});
	onTestFinished(() => void child.kill('SIGKILL'));
	return {
		output: () => output,
		ended,
		kill: (signal: NodeJS.Signals) => child.kill(signal),
		address: `http://localhost:${port}`
	};
}

/** Starts it and waits until it is ready. */
export async function start(folder: string, environment: Record<string, string> = {}) {
	const program = launch(folder, await freePort(), environment);
	await untilStatus(`${program.address}/health`, 200);
	return program;
}

/** Waits until an address answers so. */
export async function untilStatus(url: string, status: number) {
	const isSo = async () => expect(await statusOf(url)).toBe(status);
	await vi.waitFor(isSo, { timeout: 60_000, interval: 50 });
}

/** 0 stands for no answer. */
export async function statusOf(url: string): Promise<number> {
	const headers = { accept: 'text/html' };
	return fetch(url, { headers, signal: AbortSignal.timeout(8000) }).then(
		({ status }) => status,
		() => 0
	);
}

/** The number of the PostgreSQL that runs on a data folder. */
export const postmaster = (folder: string) =>
	Number(readFileSync(join(folder, 'database', 'postmaster.pid'), 'utf8').split('\n')[0]);
