import {
	PostgresAdapter,
	PostgresIntrospector,
	PostgresQueryCompiler,
	type CompiledQuery,
	type DatabaseConnection,
	type Dialect,
	type Driver,
	type QueryResult
} from 'kysely';
import type pg from 'pg';

type Connection = DatabaseConnection & { client: pg.PoolClient; broken?: Error };

/**
 * Kysely over node-postgres with prepared statements. (lite brings postgres.js, which ends the process when a connection
 * is cut between two statements of a transaction.)
 * A transaction is begun by its first statement, which also sets whose it is.
 * @param areKept whether prepared statements stay with a connection: not where a pooler lends it for one transaction
 */
export const overPool = (pool: pg.Pool, areKept: boolean): Dialect => ({
	createAdapter: () => new PostgresAdapter(),
	createDriver: () => driver(pool, areKept),
	createIntrospector: (db) => new PostgresIntrospector(db),
	createQueryCompiler: () => new PostgresQueryCompiler()
});

function driver(pool: pg.Pool, areKept: boolean): Driver {
	return {
		init: async () => {},
		destroy: () => pool.end(),
		acquireConnection: async () => connection(await pool.connect(), areKept),
		releaseConnection: async (held) => (held as Connection).client.release((held as Connection).broken),
		beginTransaction: async () => {},
		commitTransaction: async (held) => void (await (held as Connection).client.query('commit')),
		async rollbackTransaction(held) {
			const { client } = held as Connection;
			await client.query('rollback').catch((error) => ((held as Connection).broken = error));
		}
	};
}

function connection(client: pg.PoolClient, areKept: boolean): Connection {
	return {
		client,
		executeQuery: <R>(query: CompiledQuery) => execute<R>(client, query, areKept),
		streamQuery: () => {
			throw new Error('streams are not used');
		}
	};
}

/** Opens the transaction and says whose it is, in one message of two statements, which cannot be prepared. */
const begin = 'begin;';

/** After each function lite asks whether the function set a status or headers of its own. Ours never do. */
const asksForResponse = "current_setting('response.status', true)";

async function execute<R>(
	client: pg.PoolClient,
	{ sql, parameters }: CompiledQuery,
	isKept: boolean
): Promise<QueryResult<R>> {
	if (sql.includes(asksForResponse)) return { rows: [] };
	if (sql.startsWith(begin)) return { rows: (await client.query(sql)) && [] };
	const { command, rowCount, rows } = await client.query({
		name: isKept ? nameOf(sql) : undefined,
		text: sql,
		values: await sent(client, sql, parameters)
	});
	const changed = ['INSERT', 'UPDATE', 'DELETE', 'MERGE'].includes(command);
	return { numAffectedRows: changed ? BigInt(rowCount ?? 0) : undefined, rows };
}

const names = new Map<string, string>();

/** A statement with a name is planned once per connection. Filters make new texts, so there is an end to it. */
function nameOf(sql: string): string | undefined {
	const known = names.get(sql);
	if (known || names.size >= 1000) return known;
	const name = `s${names.size}`;
	names.set(sql, name);
	return name;
}

/** A list may be meant for a `jsonb` or for an array: the database knows which, and is asked once for each statement. */
async function sent(client: pg.PoolClient, sql: string, values: readonly unknown[]): Promise<unknown[]> {
	if (!values.some(Array.isArray)) return [...values];
	const kinds = kindsOf.get(sql) ?? (await describe(client, sql));
	return values.map((value, place) =>
		Array.isArray(value) && isJson(kinds[place]) ? JSON.stringify(value) : value
	);
}

const kindsOf = new Map<string, string[]>();
const isJson = (kind = '') => kind === 'jsonb' || kind === 'json';

async function describe(client: pg.PoolClient, sql: string): Promise<string[]> {
	await client.query(`prepare described as ${sql}`);
	const { rows } = await client.query(
		`select parameter_types::text[] as kinds from pg_prepared_statements where name = 'described'`
	);
	await client.query('deallocate described');
	if (kindsOf.size < 1000) kindsOf.set(sql, rows[0].kinds);
	return rows[0].kinds;
}
