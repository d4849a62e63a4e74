import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import pg from 'pg';
import { openEmbedded } from '../../lib/server/embedded/embedded.ts';
import { missingChanges } from '../../lib/server/embedded/migrate.ts';
import { isPostgres, readPostmaster } from '../../lib/server/embedded/processes.ts';
import { startServer } from '../../lib/server/embedded/server.ts';
import { readPlace, type Place } from '../../lib/server/settings.ts';
import { connectionFailure } from '../../lib/server/start-failure.ts';
import { Failure } from './command.ts';

/** The same variables as for the pages say where the rows are. */
export const place = (): Place => readPlace(process.env);

/** A file as it was typed: from where npm was called. */
export const fromHere = (path: string) => resolve(process.env.INIT_CWD ?? '.', path);

type Wishes = {
	/** Makes the embedded database when there is none. */
	mayMake?: boolean;
	/** Whether the database has to have every change of this program; otherwise it is taken as it is. */
	isCurrent?: boolean;
};

/**
 * Works on the database as its owner. An embedded one that runs is used beside the pages and left alone; one that rests
 * is started for the work and put to rest again.
 * @throws Failure or StartFailure with a sentence
 */
export async function withDatabase<Result>(
	work: (client: pg.Client, url: string) => Promise<Result>,
	{ mayMake = false, isCurrent = true }: Wishes = {}
): Promise<Result> {
	const { url, close } = await open(mayMake);
	try {
		if (isCurrent) await requireCurrent(url);
		return await connected(url, (client) => work(client, url));
	} finally {
		await close();
	}
}

/** One connection, closed afterwards. @throws StartFailure when the database does not let us in */
export async function connected<Result>(
	url: string,
	work: (client: pg.Client) => Promise<Result>
): Promise<Result> {
	const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
	client.on('error', () => {}); // the query under way tells
	await client.connect().catch((error) => {
		throw connectionFailure(error, url);
	});
	return work(client).finally(() => client.end().catch(() => {}));
}

/** All or nothing. */
export async function inTransaction<Result>(client: pg.Client, work: () => Promise<Result>): Promise<Result> {
	await client.query('begin');
	try {
		const result = await work();
		await client.query('commit');
		return result;
	} catch (error) {
		await client.query('rollback');
		throw error;
	}
}

async function open(mayMake: boolean): Promise<{ url: string; close: () => Promise<void> }> {
	const { storage } = place();
	if (storage.mode !== 'embedded') return { url: storage.directUrl, close: async () => {} };
	const database = join(resolve(storage.dataFolder), 'database');
	if (!mayMake && !existsSync(join(database, 'PG_VERSION')))
		throw new Failure(
			`Im Ordner ${storage.dataFolder} liegt keine Datenbank: Bitte nennen Sie mit DATA_DIR den Datenordner oder mit DATABASE_URL die Datenbank.`
		);
	const running = readPostmaster(database);
	if (!running || !isPostgres(running.pid)) return openEmbedded(storage.dataFolder);
	const { url } = await startServer(storage.dataFolder);
	return { url, close: async () => {} };
}

async function requireCurrent(url: string) {
	const missing = await missingChanges(url).catch((error) => {
		throw connectionFailure(error, url);
	});
	if (missing)
		throw new Failure(
			`Der Datenbank fehlen ${missing} Änderungen: Bitte starten Sie die Seiten einmal (npm start) oder führen Sie npm run push aus.`
		);
}
