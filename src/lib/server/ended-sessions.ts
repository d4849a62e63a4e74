import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { backend } from './backend.ts';
import { canListen } from './listening.ts';
import { log } from './log.ts';
import { forget, rememberWhile } from './session-memory.ts';

const again = 3_000;

/**
 * Listens for sessions that end, so that signing out holds in every process at once. While nothing can be heard, through a
 * pooler or with the database away, each request looks its session up. The embedded database has one process, which knows.
 * @returns ends it
 */
export async function hearEndedSessions(): Promise<() => Promise<void>> {
	const { settings, directUrl } = backend();
	rememberWhile(settings.storage.mode === 'embedded');
	if (settings.storage.mode === 'embedded' || !(await canListen(directUrl))) return async () => {};
	let stopped = false;
	let client: pg.Client | undefined;
	const listening = keepListening();

	async function keepListening() {
		while (!stopped) {
			client = new pg.Client({
				connectionString: directUrl,
				connectionTimeoutMillis: 5_000,
				keepAlive: true
			});
			await listen(client).catch(() => {});
			rememberWhile(false);
			await client.end().catch(() => {});
			if (stopped) return;
			log.warn('ended sessions are not heard');
			await pause(again, undefined, { ref: false });
		}
	}

	return async () => {
		stopped = true;
		await client?.end().catch(() => {});
		await listening;
	};
}

/** Until the connection is gone. */
async function listen(client: pg.Client) {
	const gone = new Promise<void>((done) => client.on('error', () => done()).on('end', () => done()));
	client.on('notification', ({ payload }) => payload && forget([payload]));
	await client.connect();
	await client.query('listen session_ended');
	rememberWhile(true);
	await gone;
}
