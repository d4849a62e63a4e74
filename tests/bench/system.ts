import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import type { serving, servingEnv } from '../../src/bin/node.js';
import type { startServer } from '../../src/lib/server/embedded/server.ts';
import { readPostmaster } from '../../src/lib/server/embedded/processes.ts';
import type { Build } from './build.ts';
import { cpuOf, shareOf, type Memory } from './processes.ts';

/** A build that serves, with a data folder of its own. `owner` may do everything in its database and costs it nothing. */
export type System = {
	build: Build;
	origin: string;
	owner: pg.Client;
	/** The server process. */
	server: number;
	/** Milliseconds so far: of all its processes, and of those of the database among them. */
	cpu: () => { all: number; database: number };
	memory: () => { server: Memory; database: Memory };
	stop: () => Promise<void>;
};

/** Starts a build on an empty data folder. */
export async function startSystem(build: Build): Promise<System> {
	const folder = mkdtempSync(join(tmpdir(), 'augenhoehe-bench-'));
	const port = await freePort();
	const { serving: args, servingEnv: env } = await of<Serving>(build, 'src/bin/node.js');
	const child = startNode(args, port, { ...env, DATA_DIR: folder, NODE_ENV: 'production' });
	const stop = () => end(child).then(() => rmSync(folder, { recursive: true, force: true }));
	try {
		const origin = `http://127.0.0.1:${port}`;
		await answers(`${origin}/health`, child);
		const embedded = await of<{ startServer: typeof startServer }>(
			build,
			'src/lib/server/embedded/server.ts'
		);
		const { url } = await embedded.startServer(folder); // takes over the one that the pages started
		const owner = new pg.Client({ connectionString: url });
		owner.on('error', () => {}); // when a measurement fails, its database goes first
		await owner.connect();
		const measuring = (await owner.query('select pg_backend_pid() as pid')).rows[0].pid as number;
		const server = child.pid!;
		const database = readPostmaster(join(folder, 'database'))?.pid ?? 0;
		return {
			build,
			origin,
			owner,
			server,
			cpu: () => ({
				all: cpuOf([server, database], [measuring]),
				database: cpuOf([database], [measuring])
			}),
			memory: () => {
				const all = shareOf([server, database], [measuring]);
				const own = shareOf([database], [measuring]);
				return {
					server: {
						processes: all.processes - own.processes,
						megabytes: all.megabytes - own.megabytes
					},
					database: own
				};
			},
			stop: () => owner.end().then(stop)
		};
	} catch (error) {
		await stop();
		throw error;
	}
}

/** The yardstick: a server of Node's own that does nothing but answer. */
export async function startBare() {
	const port = await freePort();
	const child = startNode([join(import.meta.dirname, 'bare.ts')], port);
	const origin = `http://127.0.0.1:${port}`;
	await answers(origin, child);
	return { origin, cpu: () => cpuOf([child.pid!]), stop: () => end(child) };
}

export type Bare = Awaited<ReturnType<typeof startBare>>;

/** Builds from before it was thought of have no `servingEnv`. */
type Serving = { serving: typeof serving; servingEnv?: typeof servingEnv };

/** A module of a build: every build starts itself in its own way. */
const of = async <Module>({ root }: Build, path: string) => (await import(join(root, path))) as Module;

function startNode(args: string[], port: number, env: Record<string, string> = {}): ChildProcess {
	return spawn(process.execPath, args, {
		env: { ...process.env, ...env, PORT: String(port) },
		stdio: ['ignore', 'ignore', 'inherit']
	});
}

async function end(child: ChildProcess) {
	if (child.exitCode !== null || child.signalCode) return;
	const ended = new Promise((done) => child.once('exit', done));
	child.kill('SIGTERM');
	await ended;
}

async function answers(address: string, child: ChildProcess) {
	for (let attempt = 0; attempt < 600 && child.exitCode === null; attempt++) {
		const isReady = await fetch(address).then(
			({ ok }) => ok,
			() => false
		);
		if (isReady) return;
		await pause(100);
	}
	throw new Error(`${address} does not answer`);
}

function freePort(): Promise<number> {
	return new Promise((done, fail) => {
		const probe = createServer().once('error', fail);
		probe.listen(0, '127.0.0.1', () => {
			const { port } = probe.address() as AddressInfo;
			probe.close(() => done(port));
		});
	});
}
