import { closeSync, openSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { binary } from './binaries.ts';
import { databaseFailure, prepareFolder } from './folder.ts';
import { isPostgres, readPostmaster, run, runAsNobodySpecial, waitUntil } from './processes.ts';

/** A running PostgreSQL of ours. `url` is that of the owner on the loopback address. */
export type EmbeddedServer = {
	url: string;
	port: number;
	isRunning: () => boolean;
	stop: () => Promise<void>;
};

/** One machine, many short queries; nothing that would write what people entered into a log. */
const settings = {
	listen_addresses: '127.0.0.1',
	unix_socket_directories: '',
	max_connections: '100',
	shared_buffers: '96MB',
	jit: 'off',
	max_parallel_workers_per_gather: '0',
	random_page_cost: '1.1',
	io_method: 'sync', // three processes fewer, which many short queries never miss
	max_logical_replication_workers: '0',
	timezone: 'UTC',
	log_timezone: 'UTC',
	log_statement: 'none',
	log_min_error_statement: 'panic',
	log_error_verbosity: 'terse'
};

/** For tests, whose rows may go with the machine. */
const careless = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };

/** `port`: of a server that died, so that those connected to it find it again; otherwise any free one. */
type Wishes = { port?: number; durable?: boolean };

/**
 * Starts PostgreSQL on a data folder, which is made when missing, or takes over the server that a killed process left
 * running there. The server is detached: a signal meant for us does not reach it, `stop` does.
 * @throws StartFailure when the folder cannot be written, the disk is full or the server will not start
 */
export async function startServer(dataFolder: string, wishes: Wishes = {}): Promise<EmbeddedServer> {
	const folder = resolve(dataFolder);
	const { database, password } = await prepareFolder(folder);
	return (await survivor(database, password)) ?? (await launch(folder, database, password, wishes));
}

/** Stops whatever runs on a data folder. */
export async function stopServer(dataFolder: string) {
	const database = join(resolve(dataFolder), 'database');
	const left = readPostmaster(database);
	if (left) await handle(database, left.pid, left.port, '').stop();
}

async function survivor(database: string, password: string): Promise<EmbeddedServer | undefined> {
	const left = readPostmaster(database);
	if (!left) return;
	if (!isPostgres(left.pid)) {
		rmSync(join(database, 'postmaster.pid'), { force: true });
		return;
	}
	await waitUntil(() => readPostmaster(database)?.ready !== false, 30_000);
	const server = handle(database, left.pid, left.port, password);
	return (await answers(server.url)) ? server : undefined;
}

async function launch(
	folder: string,
	database: string,
	password: string,
	wishes: Wishes
): Promise<EmbeddedServer> {
	for (let attempt = 1; ; attempt++) {
		const port = wishes.port ?? (await freePort());
		const log = join(folder, 'database.log');
		const file = openSync(log, 'w', 0o600);
		const options = Object.entries({ ...settings, ...(wishes.durable === false && careless), port }).flatMap(
			([key, value]) => ['-c', `${key}=${value}`]
		);
		const child = runAsNobodySpecial(binary('postgres'), ['-D', database, ...options], {
			detached: true,
			stdio: ['ignore', file, file]
		});
		closeSync(file);
		let failed = false;
		child.once('error', () => (failed = true)).once('exit', () => (failed = true));
		await waitUntil(() => failed || (isOurs(database, child.pid) && isReady(database)), 60_000);
		child.unref();
		if (!failed && child.pid) return handle(database, child.pid, port, password);
		const output = readFileSync(log, 'utf8').slice(-4000);
		if (attempt === 5 || !passes.test(output)) throw databaseFailure(output, database);
		await pause(400 * attempt);
	}
}

/** Children of a killed server that have not gone yet, or a port that somebody took in between. */
const passes = /shared memory|postmaster\.pid|could not bind/;

const isReady = (database: string) => readPostmaster(database)?.ready === true;
const isOurs = (database: string, pid?: number) => readPostmaster(database)?.pid === pid;

function handle(database: string, pid: number, port: number, password: string): EmbeddedServer {
	return {
		url: `postgresql://postgres:${password}@127.0.0.1:${port}/postgres`,
		port,
		isRunning: () => isPostgres(pid),
		async stop() {
			if (!isPostgres(pid)) return;
			if (process.platform === 'win32') await run(binary('pg_ctl'), ['-D', database, '-m', 'fast', 'stop']);
			else process.kill(pid, 'SIGINT'); // "fast": ends sessions, writes a checkpoint, goes
			if (!(await waitUntil(() => !isPostgres(pid), 20_000))) process.kill(pid, 'SIGQUIT');
		}
	};
}

async function answers(url: string): Promise<boolean> {
	const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 });
	client.on('error', () => {});
	try {
		await client.connect();
		await client.query('select 1');
		return true;
	} catch {
		return false;
	} finally {
		await client.end().catch(() => {});
	}
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
