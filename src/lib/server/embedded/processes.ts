import { spawn, spawnSync, type SpawnOptions } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/**
 * Runs a PostgreSQL program. PostgreSQL refuses to run as root; then a user namespace in which we are somebody else
 * lets it read a folder of root all the same.
 */
export function runAsNobodySpecial(command: string, args: string[], options: SpawnOptions) {
	return process.getuid?.() === 0
		? spawn('unshare', ['-U', '--map-user=1000', '--map-group=1000', command, ...args], options)
		: spawn(command, args, options);
}

/** The same, waited for. */
export function run(command: string, args: string[]): Promise<{ code: number | null; output: string }> {
	return new Promise((done) => {
		const child = runAsNobodySpecial(command, args, { stdio: ['ignore', 'pipe', 'pipe'] });
		let output = '';
		child.stdout?.on('data', (text) => (output += text));
		child.stderr?.on('data', (text) => (output += text));
		child.once('error', (error) => done({ code: 1, output: error.message }));
		child.once('close', (code) => done({ code, output }));
	});
}

/** What `postmaster.pid` in a data folder says, or nothing when there is none. */
export function readPostmaster(folder: string): { pid: number; port: number; ready: boolean } | undefined {
	const path = join(folder, 'postmaster.pid');
	if (!existsSync(path)) return;
	const lines = readFileSync(path, 'utf8').split('\n');
	return { pid: Number(lines[0]), port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' };
}

/** Whether this number belongs to a running PostgreSQL and not to whatever got the number after a restart. */
export function isPostgres(pid: number): boolean {
	if (!isAlive(pid)) return false;
	if (process.platform === 'linux') return readComm(pid) === 'postgres';
	if (process.platform === 'win32') return true;
	return spawnSync('ps', ['-p', String(pid), '-o', 'comm='], { encoding: 'utf8' }).stdout.includes(
		'postgres'
	);
}

function isAlive(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return (error as NodeJS.ErrnoException).code === 'EPERM';
	}
}

/** Waits until `done` says so; false after `milliseconds`. */
export async function waitUntil(
	done: () => boolean | Promise<boolean>,
	milliseconds: number
): Promise<boolean> {
	const end = Date.now() + milliseconds;
	while (!(await done())) {
		if (Date.now() > end) return false;
		await pause(20);
	}
	return true;
}

function readComm(pid: number): string {
	try {
		return readFileSync(`/proc/${pid}/comm`, 'utf8').trim();
	} catch {
		return '';
	}
}
