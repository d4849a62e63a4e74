import { z } from 'zod';
import { ask, document, type Database } from '#lib/server/database.ts';
import { likeNeed, type LikeNeed } from './need-change.ts';
import { sentenceFor, type SharedAnswer } from './shared-answer.ts';
import { need, needRow, poolWords, type Need, type PoolFilter } from './need.ts';

const rows = document('list_needs', z.array(needRow));
const needOf = document('need', need);
const likeOf = document('needs_to_merge_with', z.array(likeNeed));

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

/** Open needs that a search finds, ten at most. */
export async function findOpen(db: Database, authorityId: string, search: string): Promise<LikeNeed[]> {
	const { rows } = await list(db, authorityId, { state: 'offen', search });
	return rows.slice(0, 10).map(({ number, title, reports }) => ({ number, title, reports }));
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

/** Open needs that are like this one. */
export const likeThis = (db: Database, number: string): Promise<LikeNeed[]> =>
	likeOf(db, { p_number: number });

/** Gives a need another name. The same form sent twice does it once. @throws Refusal RULED */
export const rename = (
	db: Database,
	number: string,
	form: { title: string; reason: string; form_id: string }
) =>
	ask(
		db.rpc('rename_need', {
			p_number: number,
			p_title: form.title,
			p_reason: form.reason,
			p_id: form.form_id
		})
	);

/** Merges a need into another. Hands back the heir's number. @throws Refusal RULED */
export const merge = (
	db: Database,
	number: string,
	form: { heir: string; reason: string; form_id: string }
): Promise<string> =>
	ask(
		db.rpc('merge_need', {
			p_number: number,
			p_heir: form.heir,
			p_reason: form.reason,
			p_id: form.form_id
		})
	);

/** Opens a new need for some reports of this one. Hands back its number. @throws Refusal MISSG, RULED */
export const split = (
	db: Database,
	number: string,
	form: { title: string; reports: string[]; reason: string; form_id: string }
): Promise<string> =>
	ask(
		db.rpc('split_need', {
			p_number: number,
			p_title: form.title,
			p_reports: form.reports,
			p_reason: form.reason,
			p_id: form.form_id
		})
	);

/**
 * One answer for several reports of a need, all or none: each gets its own, with its own sentence below the reason.
 * @throws Refusal MISSG; RULED when one of them was answered otherwise meanwhile
 */
export const answer = (db: Database, number: string, form: SharedAnswer) =>
	ask(
		db.rpc('answer_need_reports', {
			p_need: number,
			p_decision: form.decision,
			p_reason: form.reason,
			p_forwarded_to: form.forwarded_to,
			p_reports: form.reports.map((report) => ({ number: report, sentence: sentenceFor(form, report) })),
			p_blocks: form.blocks
		})
	);
