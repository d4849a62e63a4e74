import { createClient, type SupabaseClient } from '@supabase/supabase-js';
import { backend, type Backend } from './backend.ts';
import type { Database as Schema } from './database.types.ts';
import { refuse } from './refusal.ts';
import { signToken } from './tokens.ts';

export { Refusal } from './refusal.ts';

/** The data interface as somebody. What this somebody may see and do is decided in SQL. */
export type Database = SupabaseClient<Schema>;

const validSeconds = 120;
const keptMilliseconds = 60_000;

/** Acts as a signed-in person. @param personId from the session, never from input */
export const asPerson = (personId: string): Database =>
	kept(personId, { role: 'authenticated', sub: personId });

/** Acts as somebody who has not signed in. */
export const asAnonymous = (): Database => kept('anonymous', { role: 'anon' });

/** Passes every policy: for jobs, session look-up and the operator's commands only. */
export const asSystem = (): Database => kept('system', { role: 'service_role' });

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

type Claims = { role: string; sub?: string };
const clients = new Map<string, { db: Database; until: number; of: Backend }>();

/** Signing and building a client costs more than a small query, so both are kept for a minute. */
function kept(name: string, claims: Claims): Database {
	const known = clients.get(name);
	if (known && known.until > Date.now() && known.of === backend()) return known.db;
	if (clients.size > 5000) clients.clear();
	const db = client(claims);
	clients.set(name, { db, until: Date.now() + keptMilliseconds, of: backend() });
	return db;
}

function client(claims: Claims): Database {
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
