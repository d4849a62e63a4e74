import pg from 'pg';

/**
 * Connections of the worker. It notes the end of a job without waiting for the answer: an error there would end the
 * process, unless it is one that the worker tries again. So a lost connection is reported as "cannot connect now".
 */
export function openWorkerPool(connectionString: string): pg.Pool {
	const pool = new pg.Pool({ connectionString, max: 4, connectionTimeoutMillis: 5000 });
	pool.on('error', () => {});
	pool.on('connect', (client) => {
		client.on('error', () => {});
		client.query = tryingAgain(client.query.bind(client)) as typeof client.query;
	});
	pool.connect = tryingAgain(pool.connect.bind(pool)) as typeof pool.connect;
	return pool;
}

type Call = (...args: never[]) => unknown;

/** Answers that come by callback are the pool's own business. */
function tryingAgain(call: Call): Call {
	return (...args) => {
		const answer = call(...args);
		return answer instanceof Promise ? answer.catch(cannotConnectNow) : answer;
	};
}

function cannotConnectNow(error: Error & { code?: string }): never {
	const isLost = error.code
		? /^(ECONN|EPIPE|08|57P0)/.test(error.code)
		: /connection|timeout/i.test(error.message);
	throw isLost ? Object.assign(error, { code: '57P03' }) : error;
}
