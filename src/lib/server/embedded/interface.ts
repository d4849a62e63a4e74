import { App } from '@supabase/lite';
import { createPostgresConnection } from '@supabase/lite/postgres';
import { CompiledQuery, Kysely } from 'kysely';
import type { Sql } from 'postgres';
import { inBackground, pipelined } from './dialect.ts';
import { likePostgrest } from './errors.ts';

/** The data interface in this process, for supabase-js: give its `fetch` to `createClient`. */
export type DataInterface = { fetch: typeof fetch; close: () => Promise<void> };

const requestRoles = ['anon', 'authenticated', 'service_role'];

/**
 * Opens the Supabase-compatible interface over a migrated PostgreSQL. Everything `@supabase/lite` would do in its own
 * way (grants, errors, look-ups of its own user table, six settings per call) is replaced here and nowhere else.
 * @param url the owner's address; requests run as the role of their token only
 * @param jwtSecret HS256 key of the tokens, at least 32 characters
 */
export async function openInterface(
	url: string,
	jwtSecret: string,
	connections = 10
): Promise<DataInterface> {
	const connection = await fencedConnection(url, connections);
	const app = new App({
		connection,
		auth: { enabled: false, jwt_secret: jwtSecret },
		options: { server: { disableStudio: true, apiKeys: false, middlewares: [skipUserLookup] } }
	} as unknown as ConstructorParameters<typeof App>[0]);
	return {
		fetch: async (input, init) => app.fetch(new Request(input as RequestInfo, init)),
		close: () => connection.driver.end({ timeout: 5 })
	};
}

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

async function fencedConnection(url: string, connections: number): Promise<Connection> {
	const schema = await readSchema(url);
	const connection = createPostgresConnection({
		url,
		postgresOptions: {
			max: connections,
			idle_timeout: 60,
			connect_timeout: 5,
			onnotice: () => {},
			connection: { role: 'authenticator', search_path: 'public,extensions', statement_timeout: 15_000 }
		}
	});
	connection.kysely = new Kysely({ dialect: pipelined(connection.driver as Sql) });
	const roles = new WeakMap<object, string>();
	Object.assign(connection, {
		ensureRlsContext: async () => true, // lite would grant every right on every table to anon
		introspect: async () => schema, // read once by the owner: an unreachable database must not look like "no such table"
		normalizeDbError: (error: unknown) => likePostgrest(error, roles.get(error as object) ?? 'anon'),
		withContext: async (vars: Context[0], run: Context[1], options: Context[2]) => {
			const claims = claimsOf(vars);
			try {
				return await connection.kysely.transaction().execute((transaction) => {
					const readOnly = options?.rpc?.readOnly ? 'on' : 'off';
					inBackground(transaction.executeQuery(asPerson(claims.role, claims.text, readOnly)));
					return run(transaction);
				});
			} catch (error) {
				if (error instanceof Object) roles.set(error, claims.role);
				throw error;
			}
		}
	});
	return connection;
}

/** @throws Error for a role that is not one of the three: the claim comes from our own tokens only */
function claimsOf(vars: Context[0]): { role: string; text: string } {
	const auth = vars?.auth as { role?: string; jwt?: object | null } | undefined;
	const role = auth?.role ?? 'anon';
	if (!requestRoles.includes(role)) throw new Error(`no such request role: ${role}`);
	return { role, text: JSON.stringify(auth?.jwt ?? { role }) };
}

/** The role, the token's content and the mode of the transaction in one statement, for the transaction only. */
const asPerson = (role: string, claims: string, readOnly: string) =>
	CompiledQuery.raw(
		`select set_config('role', $1, true), set_config('request.jwt.claims', $2, true), set_config('transaction_read_only', $3, true)`,
		[role, claims, readOnly]
	);

async function readSchema(url: string) {
	const owner = createPostgresConnection({ url, postgresOptions: { max: 1, onnotice: () => {} } });
	try {
		const schema = await owner.introspect();
		if (schema.tables.length + (schema.functions?.length ?? 0) === 0)
			throw new Error('the database shows no schema');
		return schema;
	} finally {
		await owner.driver.end({ timeout: 5 });
	}
}
