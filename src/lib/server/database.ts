import { createClient, type SupabaseClient } from '@supabase/supabase-js';
import { backend, type Backend } from './backend.ts';
import type { Database as Schema } from './database.types.ts';
import type { Claims } from './embedded/executor.ts';
import { refuse } from './refusal.ts';
import { signToken } from './tokens.ts';

export { Refusal } from './refusal.ts';

/** The data interface as somebody. What this somebody may see and do is decided in SQL. */
export type Database = Pick<SupabaseClient<Schema>, 'from' | 'schema'> & { rpc: Rpc };

type Functions = Schema['public']['Functions'];
type Rpc = <Name extends keyof Functions & string>(
	name: Name,
	...args: Record<never, never> extends Functions[Name]['Args']
		? [args?: Functions[Name]['Args']]
		: [args: Functions[Name]['Args']]
) => Call<Functions[Name]['Returns'] | null>;

const validSeconds = 120;
const keptMilliseconds = 60_000;

/** Acts as a signed-in person. @param personId from the session, never from input */
export const asPerson = (personId: string): Database => open({ role: 'authenticated', sub: personId });

/** Acts as somebody who has not signed in. */
export const asAnonymous = (): Database => open({ role: 'anon' });

/** Passes every policy: for jobs, session look-up and the operator's commands only. */
export const asSystem = (): Database => open({ role: 'service_role' });

/**
 * Waits for a call and hands back its rows. Functions that answer with a document are `Json` to the compiler:
 * `ask<NeedReport>(db.rpc(…))` says what it is.
 * @throws Refusal when the database refused for a reason we know; the person reads its sentence
 * @throws Error for everything else
 */
export async function ask<Document = never, Rows = unknown>(
	query: Call<Rows>
): Promise<Answer<Document, Rows>> {
	const { data, error, status } = await query;
	if (error) refuse(error, status);
	return data as Answer<Document, Rows>;
}

type Call<Rows> = PromiseLike<{ data: Rows; error: unknown; status: number }>;
type Answer<Document, Rows> = [Document] extends [never] ? NonNullable<Rows> : Document;

/** Functions are called in this process where that is possible; supabase-js does the rest, and all of it on Supabase. */
function open(claims: Claims): Database {
	const { call } = backend();
	const rpc = ((name, args) => call?.(claims, name, args) ?? client(claims).rpc(name, args)) as Rpc;
	return {
		rpc,
		from: ((table: string) => untyped(claims).from(table)) as never,
		schema: ((name: string) => untyped(claims).schema(name)) as never
	};
}

/** What is asked of it was checked where it was asked. */
const untyped = (claims: Claims) => client(claims) as unknown as SupabaseClient;

type Client = SupabaseClient<Schema>;
const clients = new Map<string, { client: Client; until: number; of: Backend }>();

/** Signing and building a client costs more than a small query, so both are kept for a minute. */
function client(claims: Claims): Client {
	const name = claims.sub ?? claims.role;
	const known = clients.get(name);
	if (known && known.until > Date.now() && known.of === backend()) return known.client;
	if (clients.size > 5000) clients.clear();
	const client = connected(claims);
	clients.set(name, { client, until: Date.now() + keptMilliseconds, of: backend() });
	return client;
}

function connected(claims: Claims): Client {
	const { url, apiKey, systemKey, jwtSecret, fetch } = backend();
	const isSystem = claims.role === 'service_role';
	let token = '';
	let until = 0;
	return createClient<Schema>(url, isSystem ? systemKey : apiKey, {
		accessToken: async () => {
			if (until <= Date.now()) {
				token = signToken(claims, jwtSecret, validSeconds);
				until = Date.now() + keptMilliseconds;
			}
			return token; // whoever holds the client for long, as an export does, is not locked out
		},
		db: { retry: false }, // whoever waits for a page hears at once that the database is away
		global: { fetch }
	});
}
