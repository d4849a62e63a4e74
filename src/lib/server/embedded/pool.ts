import pg from 'pg';

/** How every call of the interface is to run: set once for a connection, or where that is shared, in every transaction. */
const settings = { search_path: 'public,extensions', TimeZone: 'UTC', statement_timeout: '15s' };

type Wishes = {
	connections: number;
	role?: string;
	/** A pooler lends us connections for one transaction each: nothing that is set on one stays ours. */
	isPooled?: boolean;
};

/**
 * Connections of the interface. Each begins as a role that may do nothing. An error on one that waits, or between two
 * statements, must not end the process: the next request opens a new one.
 */
export function openPool(url: string, { connections, role, isPooled }: Wishes): pg.Pool {
	const beginning = calls({ ...settings, ...(role && { role }) }, false);
	const pool = new pg.Pool({
		connectionString: url,
		max: connections,
		idleTimeoutMillis: 60_000,
		connectionTimeoutMillis: 5000,
		// By a statement, for poolers refuse such parameters when one connects.
		...(!isPooled && { onConnect: async (client) => void (await client.query(`select ${beginning}`)) }),
		types: { getTypeParser: parserOf as unknown as typeof pg.types.getTypeParser }
	});
	pool.on('error', () => {});
	pool.on('connect', (client) => client.on('error', () => {}));
	return pool;
}

/** What a transaction on a shared connection sets first, as calls in SQL. */
export const settingsOfTransaction = calls(settings, true);

function calls(values: Record<string, string>, isLocal: boolean): string {
	return Object.entries(values)
		.map(([name, value]) => `set_config('${name}','${value}',${isLocal})`)
		.join(',');
}

const { INT8, NUMERIC, DATE, TIME, TIMETZ, TIMESTAMP, TIMESTAMPTZ, INTERVAL } = pg.types.builtins;
const asText = new Set<number>([DATE, TIME, TIMETZ, INTERVAL]);

/** Lists of names, and of the times above, which node-postgres would not or would otherwise take apart. */
const textLists = new Set([1002, 1003, 1115, 1182, 1183, 1185, 1187, 1270]);
const textList = 1009;

/** Numbers as numbers where nothing is lost, times as the text they are. */
export function parserOf(type: number): (text: string) => unknown {
	if (asText.has(type)) return (text: string) => text;
	if (type === TIMESTAMP || type === TIMESTAMPTZ) return isoMoment;
	if (type === INT8 || type === NUMERIC) return exact;
	return pg.types.getTypeParser(textLists.has(type) ? textList : type);
}

/** `2026-11-23 07:08:09+00` → `2026-11-23T07:08:09+00:00`, as PostgREST writes it; sessions are in UTC. */
const isoMoment = (text: string) => text.replace(' ', 'T').replace(/\+00$/, '+00:00');

function exact(text: string): number | string {
	const number = Number(text);
	return String(number) === text ? number : text;
}
