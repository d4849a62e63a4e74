import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';

const channel = 'augenhoehe_trial';
const patience = 2000;

/**
 * Whether somebody who listens on this connection hears what others say. Through a pooler that lends a connection for one
 * transaction, `listen` succeeds all the same and nothing is ever heard; only a trial tells. Two connections are needed:
 * what one says itself, one may hear even there.
 * @throws Error when the database does not let us in
 */
export async function canListen(connectionString: string): Promise<boolean> {
	const [listener, speaker] = [clientOf(connectionString), clientOf(connectionString)];
	const word = randomUUID();
	try {
		await Promise.all([listener.connect(), speaker.connect()]);
		const heard = new Promise<boolean>((done) => {
			listener.on('notification', ({ payload }) => payload === word && done(true));
		});
		await listener.query(`listen ${channel}`);
		await speaker.query('select pg_notify($1, $2)', [channel, word]);
		return await Promise.race([heard, pause(patience, false, { ref: false })]);
	} finally {
		await Promise.all([listener.end(), speaker.end()].map((ended) => ended.catch(() => {})));
	}
}

function clientOf(connectionString: string) {
	const client = new pg.Client({ connectionString, connectionTimeoutMillis: 10_000 });
	return client.on('error', () => {}); // told by whatever is waiting
}
