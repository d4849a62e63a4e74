import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { runAsNobodySpecial, waitUntil } from '#lib/server/embedded/processes.ts';
import { systemPooler } from '../src/bin/pooler.js';
import { freePort } from './free-port.ts';

/** Whether tests behind a pooler can run here; `npm test` says so where they cannot. */
export const hasPooler = systemPooler() !== undefined;

/**
 * A pgbouncer before a database, with fewer connections than its clients have.
 * @param mode how long it lends a connection: for one transaction, or as long as the client stays
 * @returns the address that leads through it
 */
export async function startPooler(databaseUrl: string, mode: 'transaction' | 'session' = 'transaction') {
	const folder = mkdtempSync(join(tmpdir(), 'augenhoehe-pooler-'));
	const port = await freePort();
	const { hostname, port: databasePort, username, password } = new URL(databaseUrl);
	const configuration = join(folder, 'pgbouncer.ini');
	writeFileSync(
		configuration,
		`[databases]
* = host=${hostname} port=${databasePort} user=${username} password=${password}
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${port}
unix_socket_dir =
auth_type = any
pool_mode = ${mode}
default_pool_size = ${mode === 'transaction' ? 4 : 40}
max_client_conn = 200
`,
		{ mode: 0o600 }
	);
	const child = runAsNobodySpecial(systemPooler()!, ['-q', configuration], { stdio: 'ignore' });
	const url = Object.assign(new URL(databaseUrl), { hostname: '127.0.0.1', port: String(port) }).href;
	if (!(await waitUntil(() => answers(url), 10_000))) throw new Error('pgbouncer does not start');
	async function close() {
		const ended = new Promise((done) => child.once('exit', done));
		child.kill('SIGTERM');
		await ended;
		rmSync(folder, { recursive: true, force: true });
	}
	return { url, close };
}

async function answers(url: string): Promise<boolean> {
	const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 });
	client.on('error', () => {});
	return client
		.connect()
		.then(() => client.end())
		.then(
			() => true,
			() => false
		);
}
