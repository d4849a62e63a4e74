import { App } from '@supabase/lite';
import { createPostgresConnection } from '@supabase/lite/postgres';
import { CompiledQuery, Kysely } from 'kysely';
import { availableParallelism } from 'node:os';
import pg from 'pg';
import { readCatalogue, type Catalogue } from './catalogue.ts';
import { overPool } from './dialect.ts';
import { likePostgrest } from './errors.ts';
import { checkRole, executor, type Call } from './executor.ts';
import { openPool, settingsOfTransaction } from './pool.ts';

/** The data interface in this process: `call` for functions; for the rest give its `fetch` to `createClient`. */
export type DataInterface = { call: Call; fetch: typeof fetch; close: () => Promise<void> };

// Lite hides a warning by its text, with a function that fails for every warning that is an error, whoever gives it.
const emitWarning = process.emitWarning.bind(process) as (...of: unknown[]) => void;
process.emitWarning = (warning: string | Error, ...rest: unknown[]) =>
	warning instanceof Error
		? process.nextTick(() => process.emit('warning', warning))
		: emitWarning(warning, ...rest);

/**
 * Opens the Supabase-compatible interface over a migrated PostgreSQL. Everything `@supabase/lite` would do in its own
 * way (grants, errors, look-ups of its own user table, six settings per call) is replaced here and nowhere else.
 * @param url the owner's address; requests run as the role of their token only
 * @param jwtSecret HS256 key of the tokens, at least 32 characters
 * @param wishes `isPooled`: the address is that of a pooler in transaction mode
 */
export async function openInterface(
	url: string,
	jwtSecret: string,
	{ connections = twoPerCore(), isPooled = false } = {}
): Promise<DataInterface> {
	const pool = openPool(url, { connections, isPooled, role: 'authenticator' });
	const { schema, catalogue } = await asOwner(url);
	const connection = fenced(connectionOver(pool, isPooled), schema, isPooled);
	const app = new App({
		connection,
		auth: { enabled: false, jwt_secret: jwtSecret },
		options: { server: { disableStudio: true, apiKeys: false, middlewares: [skipUserLookup] } }
	} as unknown as ConstructorParameters<typeof App>[0]);
	return {
		call: executor(pool, catalogue, isPooled),
		fetch: async (input, init) => app.fetch(new Request(input as RequestInfo, init)),
		close: () => pool.end()
	};
}

/** More would wait for the processor instead of for a connection, and each holds some 20 MB of plans and documents. */
const twoPerCore = () => Math.min(Math.max(2 * availableParallelism(), 4), 10);

/** Our people are not in `auth.users`. Lite still verifies the token afterwards and takes role and `sub` from it. */
const skipUserLookup = async (
	context: {
		req: { header: (name: string) => string | undefined };
		set: (key: string, value: string) => void;
	},
	next: () => Promise<void>
) => {
	if (context.req.header('Authorization')) {
		context.set('userId', 'token');
		context.set('sessionId', 'token');
	}
	await next();
};

type Connection = ReturnType<typeof createPostgresConnection>;
type Context = Parameters<Connection['withContext']>;

function fenced(connection: Connection, schema: Schema, isPooled: boolean): Connection {
	const roles = new WeakMap<object, string>();
	return Object.assign(connection, {
		ensureRlsContext: async () => true, // lite would grant every right on every table to anon
		introspect: async () => schema, // read once by the owner: an unreachable database must not look like "no such table"
		normalizeDbError: (error: unknown) => likePostgrest(error, roles.get(error as object) ?? 'anon'),
		withContext: async (vars: Context[0], run: Context[1], options: Context[2]) => {
			const claims = claimsOf(vars);
			try {
				return await connection.kysely.transaction().execute(async (transaction) => {
					await transaction.executeQuery(beginAs(claims, options?.rpc?.readOnly === true, isPooled));
					return run(transaction);
				});
			} catch (error) {
				if (error instanceof Object) roles.set(error, claims.role);
				throw error;
			}
		}
	});
}

/** Lite's connection on our pool; the driver it brings is never used and so never connects. */
function connectionOver(pool: pg.Pool, isPooled: boolean): Connection {
	const connection = createPostgresConnection({ url: '' });
	connection.kysely = new Kysely({ dialect: overPool(pool, !isPooled) });
	return connection;
}

/** @throws Error for a role that is not one of the three: the claim comes from our own tokens only */
function claimsOf(vars: Context[0]): { role: string; text: string } {
	const auth = vars?.auth as { role?: string; jwt?: object | null } | undefined;
	const role = auth?.role ?? 'anon';
	checkRole(role);
	return { role, text: JSON.stringify(auth?.jwt ?? { role }) };
}

type Claims = ReturnType<typeof claimsOf>;

/** The transaction, its role, the token's content and its mode in one message. */
function beginAs({ role, text }: Claims, isReadOnly: boolean, isPooled: boolean): CompiledQuery {
	const claims = pg.escapeLiteral(text);
	const settings = isPooled ? `${settingsOfTransaction},` : '';
	return CompiledQuery.raw(
		`begin;select ${settings}set_config('role','${role}',true),set_config('request.jwt.claims',${claims},true),set_config('transaction_read_only','${isReadOnly}',true)`
	);
}

type Schema = Awaited<ReturnType<Connection['introspect']>>;

/** What there is, read once by the owner. */
async function asOwner(url: string): Promise<{ schema: Schema; catalogue: Catalogue }> {
	const pool = openPool(url, { connections: 1, isPooled: true }); // reads only, and whatever the settings are
	try {
		const schema = await connectionOver(pool, true).introspect();
		if (schema.tables.length + (schema.functions?.length ?? 0) === 0)
			throw new Error('the database shows no schema');
		return { schema, catalogue: await readCatalogue(pool) };
	} finally {
		await pool.end();
	}
}
