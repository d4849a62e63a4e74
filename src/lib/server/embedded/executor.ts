import type pg from 'pg';
import type { Catalogue, Statement } from './catalogue.ts';
import { isLost, refused, type Refused } from './errors.ts';
import { roundTrip, type Row } from './round-trip.ts';
import { written } from './values.ts';

const roles = ['anon', 'authenticated', 'service_role'] as const;

/** Who asks. Made in `database.ts` only, never of what somebody sent. */
export type Claims = { role: (typeof roles)[number]; sub?: string };

/** @throws Error for a role that no request may have; the database would let us be anybody */
export function checkRole(role: string) {
	if (!(roles as readonly string[]).includes(role)) throw new Error(`no such request role: ${role}`);
}

/** What supabase-js would answer. */
export type Answered = { data: unknown; error: Refused['error'] | null; status: number };

/** Calls a function as somebody; nothing when the catalogue has no function that takes these arguments. */
export type Call = (claims: Claims, name: string, args?: object) => Promise<Answered> | undefined;

/**
 * Calls functions straight on the database, as PostgREST would: the same rights, the same answers, the same errors, and
 * functions that are declared to read only cannot write.
 * @param isPooled whether a pooler lends the connections for one transaction each
 */
export function executor(pool: pg.Pool, catalogue: Catalogue, isPooled = false): Call {
	return (claims, name, args = {}) => {
		checkRole(claims.role);
		const given = Object.entries(args).filter(([, value]) => value !== undefined);
		const statement = catalogue(
			name,
			given.map(([key]) => key)
		);
		return statement && answer(pool, { claims, isPooled }, statement, given);
	};
}

async function answer(
	pool: pg.Pool,
	{ claims, isPooled }: { claims: Claims; isPooled: boolean },
	statement: Statement,
	given: [string, unknown][]
): Promise<Answered> {
	const { role } = claims;
	const who = { role, claims: JSON.stringify(claims), isReading: statement.isReading, isPooled };
	const values = given.map(([, value], place) => written(value, statement.parameters[place]!));
	try {
		const rows = await withClient(pool, (client) => roundTrip(client, who, statement, values));
		return { data: shaped(statement, rows), error: null, status: statement.kind === 'nothing' ? 204 : 200 };
	} catch (error) {
		const known = refused(error, role);
		if (!known) throw error;
		return { data: null, ...known };
	}
}

/** A client that lost its connection goes; after a refusal it is as good as before. */
async function withClient<T>(pool: pg.Pool, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
	const client = await pool.connect();
	let isGone = false;
	try {
		return await work(client);
	} catch (error) {
		isGone = isLost(error as Error);
		throw error;
	} finally {
		client.release(isGone);
	}
}

function shaped({ kind, isSet }: Statement, rows: Row[]): unknown {
	if (kind === 'nothing') return null;
	const items = kind === 'row' ? rows : rows.map((row) => Object.values(row)[0]);
	return isSet ? items : (items[0] ?? null);
}
