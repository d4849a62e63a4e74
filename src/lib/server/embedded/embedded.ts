import pg from 'pg';
import { setTimeout as pause } from 'node:timers/promises';
import { log } from '../log.ts';
import { StartFailure } from '../start-failure.ts';
import { startServer, type EmbeddedServer } from './server.ts';

/** The embedded PostgreSQL in our hands: it alone is used by this process and comes back when it dies. */
export type Embedded = { url: string; close: () => Promise<void> };

const lock = 7_309_002;

/**
 * Starts the embedded database, makes sure nobody else works on the same folder, and keeps it running.
 * @throws StartFailure when another process of ours holds the folder
 */
export async function openEmbedded(dataFolder: string): Promise<Embedded> {
	let server = await startServer(dataFolder);
	let owner = await takeFolder(server, dataFolder);
	let closed = false;

	const watch = setInterval(() => !server.isRunning() && revive(), 1000);
	watch.unref();

	let reviving = false;
	async function revive() {
		if (closed || reviving) return;
		reviving = true;
		try {
			await owner.end().catch(() => {});
			server = await startServer(dataFolder, { port: server.port });
			owner = await takeFolder(server, dataFolder);
			log.warn('embedded database restarted');
		} catch (error) {
			log.error('embedded database is down', error);
		} finally {
			reviving = false;
		}
	}

	return {
		url: server.url,
		async close() {
			closed = true;
			clearInterval(watch);
			await owner.end().catch(() => {});
			await server.stop();
		}
	};
}

/** An advisory lock says whose the folder is: it goes with the process that holds it, however that ends. */
async function takeFolder(server: EmbeddedServer, dataFolder: string): Promise<pg.Client> {
	const client = new pg.Client({ connectionString: server.url });
	client.on('error', () => {}); // the watch notices
	await client.connect();
	for (let attempt = 1; attempt <= 20; attempt++) {
		const { rows } = await client.query('select pg_try_advisory_lock($1) as taken', [lock]);
		if (rows[0].taken) return client;
		await pause(100); // a process killed a moment ago may still be counted
	}
	await client.end();
	throw new StartFailure(
		`Der Datenordner ${dataFolder} gehört schon einem laufenden Programm: Bitte beenden Sie es oder nennen Sie mit DATA_DIR einen anderen Ordner.`
	);
}
