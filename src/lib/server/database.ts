import { createClient, type SupabaseClient } from '@supabase/supabase-js';
import type { z } from 'zod';
import { backend, type Backend } from './backend.ts';
import type { Database as Schema } from './database.types.ts';
import type { Claims } from './embedded/executor.ts';
import { refuse } from './refusal.ts';
import { signToken } from './tokens.ts';

export { Refusal } from './refusal.ts';

/** The data interface as somebody. What this somebody may see and do is decided in SQL. */
export type Database = Pick<SupabaseClient<Schema>, 'from' | 'schema'> & { rpc: Rpc };

type Functions = Schema['public']['Functions'];
type Name = keyof Functions & string;
/** Functions whose answer the generated types know. What all others answer is a document: see `document`. */
type Plain = { [N in Name]: unknown extends Functions[N]['Returns'] ? never : N }[Name];
type Arguments<N extends Name> =
	Record<never, never> extends Functions[N]['Args']
		? [args?: Functions[N]['Args']]
		: [args: Functions[N]['Args']];
type Rpc = <N extends Plain>(name: N, ...args: Arguments<N>) => Call<Functions[N]['Returns'] | null>;

const validSeconds = 120;
const keptMilliseconds = 60_000;

/** Acts as a signed-in person. @param personId from the session, never from input */
export const asPerson = (personId: string): Database => open({ role: 'authenticated', sub: personId });

/** Acts as somebody who has not signed in. */
export const asAnonymous = (): Database => open({ role: 'anon' });

/** Passes every policy: for jobs, session look-up and the operator's commands only. */
export const asSystem = (): Database => open({ role: 'service_role' });

/**
 * Waits for a call and hands back what it answers.
 * @throws Refusal when the database refused for a reason we know; the person reads its sentence
 * @throws Error for everything else
 */
export async function ask<Rows>(query: Call<Rows>): Promise<NonNullable<Rows>> {
	const { data, error, status } = await query;
	if (error) refuse(error, status);
	return data as NonNullable<Rows>;
}

type Call<Rows> = PromiseLike<{ data: Rows; error: unknown; status: number }>;

/** Every function that answers with a document, and the contract it keeps. */
export const contracts = new Map<string, z.ZodType>();

/**
 * A function of the database and the contract of its answer, as a call that hands it back; it throws as `ask` does. Pages trust
 * the contract: nothing is parsed here. `tests/database/documents.test.ts` holds every answer against it.
 */
export function document<N extends Name, Contract extends z.ZodType>(name: N, contract: Contract) {
	contracts.set(name, contract);
	return (db: Database, ...args: Arguments<N>) =>
		ask((db.rpc as (name: N, ...args: unknown[]) => Call<z.infer<Contract>>)(name, ...args)) as Promise<
			z.infer<Contract>
		>;
}

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
