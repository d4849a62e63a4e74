import { ask, type Database } from '#lib/server/database.ts';
import { poolWords, type Need, type NeedRow, type PoolFilter } from './need.ts';

const pageSize = 50;

/**
 * Fifty needs of the pool, newest first. NOTFD for everybody but planners.
 * @param after number of the last need shown
 */
export async function list(db: Database, authorityId: string, filter: PoolFilter, after: string | null) {
	const found = (await ask(
		db.rpc('list_needs', { p_authority: authorityId, p_state: poolWords[filter], p_after: after })
	)) as NeedRow[];
	return { rows: found.slice(0, pageSize), hasMore: found.length > pageSize };
}

/** One need with its reports. NOTFD for everybody but planners. */
export async function find(db: Database, number: string): Promise<Need> {
	return (await ask(db.rpc('need', { p_number: number }))) as unknown as Need;
}

/** Says what was done, and asks every reporter whether the gap is closed. */
export async function settle(db: Database, number: string, body: string) {
	await ask(db.rpc('settle_need', { p_number: number, p_body: body }));
}

/** Takes a settled need up again. */
export async function reopen(db: Database, number: string, body: string) {
	await ask(db.rpc('reopen_need', { p_number: number, p_body: body }));
}
