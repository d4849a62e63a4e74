import pg from 'pg';
import { backend } from './backend.ts';

let pool: pg.Pool | undefined;
let asked: { at: number; answer: Promise<boolean> } | undefined;

/** Whether the database answers, asked at most once a second. */
export function isReady(): Promise<boolean> {
	if (!asked || asked.at < Date.now() - 1000) asked = { at: Date.now(), answer: ask() };
	return asked.answer;
}

async function ask(): Promise<boolean> {
	const { settings, databaseUrl, directUrl } = backend();
	const connectionString = settings.roles.includes('web') ? databaseUrl : directUrl;
	if (pool?.options.connectionString !== connectionString) pool = open(connectionString);
	return pool.query('select').then(
		() => true,
		() => false
	);
}

function open(connectionString: string) {
	const opened = new pg.Pool({
		connectionString,
		max: 1,
		idleTimeoutMillis: 5000,
		allowExitOnIdle: true,
		connectionTimeoutMillis: 3000,
		query_timeout: 3000
	});
	return opened.on('error', () => {}); // asked again at the next look
}
