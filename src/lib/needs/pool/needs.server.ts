import { z } from 'zod';
import { ask, document, type Database } from '#lib/server/database.ts';
import { need, needRow, poolWords, type Need, type PoolFilter } from './need.ts';

const rows = document('list_needs', z.array(needRow));
const needOf = document('need', need);

const pageSize = 50;

/** Fifty needs of the pool, newest first; with a search, what fits best first. NOTFD for everybody but planners. */
export async function list(db: Database, authorityId: string, { state, search, after }: PoolFilter) {
	const found = await rows(db, {
		p_authority: authorityId,
		p_state: poolWords[state],
		p_after: after ?? null,
		p_search: search ?? null
	});
	return { rows: found.slice(0, pageSize), hasMore: found.length > pageSize };
}

/** One need with its reports. NOTFD for everybody but planners. */
export async function find(db: Database, number: string): Promise<Need> {
	return await needOf(db, { p_number: number });
}

/** Says what was done, and asks every reporter whether the gap is closed. */
export async function settle(db: Database, number: string, body: string) {
	await ask(db.rpc('settle_need', { p_number: number, p_body: body }));
}

/** Takes a settled need up again. */
export async function reopen(db: Database, number: string, body: string) {
	await ask(db.rpc('reopen_need', { p_number: number, p_body: body }));
}
