import { z } from 'zod';
import { ask, document, Refusal, type Database } from '#lib/server/database.ts';
import { draft, similarReport } from './draft-document.ts';
import type { Answers, Draft, SimilarReport } from './draft.ts';

const draftOf = document('need_report_draft', draft);
const similarTo = document('similar_need_reports', z.array(similarReport));

/**
 * Begins a report for an organisation one writes for. @param joins number of a report to join @param id drawn by the form: sent
 * again, it is the same draft. @returns the draft's id. @throws Refusal NOTFD for the id of anything else
 */
export const start = (
	db: Database,
	organisationId: string,
	joins: string | null,
	id: string | null = null
): Promise<string> =>
	ask(db.rpc('start_need_report', { p_organisation: organisationId, p_joins: joins, p_id: id }));

/**
 * Begins a report with its answers in one act, for a program. @param id drawn by the program: sent again with the same words, it is
 * the same draft. @returns its revision. @throws Refusal FINAL with other words
 */
export const begin = (db: Database, organisationId: string, answers: Answers, id: string): Promise<number> =>
	ask(db.rpc('begin_need_report', { p_organisation: organisationId, p_answers: answers, p_id: id }));

/** @throws Refusal NOTFD for everybody outside the organisation */
export const find = (db: Database, id: string): Promise<Draft> => draftOf(db, { p_id: id });

/**
 * Keeps answers as typed, valid or not. @param revision the one the page was made from. @returns the new one
 * @throws Refusal STALE when one of these answers was changed since
 */
export const save = (db: Database, id: string, revision: number, answers: Answers): Promise<number> =>
	ask(db.rpc('save_need_report', { p_id: id, p_revision: revision, p_answers: answers }));

/** Joins a report that was made before, or (null) parts from it. */
export const join = (db: Database, id: string, number: string | null) =>
	ask(db.rpc('join_need_report', { p_id: id, p_joins: number }));

/** Up to three reports that read like this. */
export const similar = (db: Database, organisationId: string, text: string): Promise<SimilarReport[]> =>
	similarTo(db, { p_organisation: organisationId, p_text: text });

/** Puts a complete draft before the head. @throws Refusal STALE, MISSG */
export const handIn = (db: Database, id: string, revision: number) =>
	ask(db.rpc('hand_in_need_report', { p_id: id, p_revision: revision }));

/** The head gives a draft back to its writer. @throws Refusal MISSG without a reason */
export const giveBack = (db: Database, id: string, reason: string) =>
	ask(db.rpc('return_need_report', { p_id: id, p_reason: reason }));

/** Submits what was seen, and only that. Twice is once. @returns the report's number. @throws Refusal STALE, MISSG, RULED */
export const release = (db: Database, id: string, revision: number): Promise<string> =>
	ask(db.rpc('release_need_report', { p_id: id, p_revision: revision }));

/** Throws a draft away, for good. */
export const discard = (db: Database, id: string) => ask(db.rpc('discard_need_report', { p_id: id }));

/** The draft, or the number of the report it has become: links to a draft lead on. @throws Refusal NOTFD when it is neither */
export async function findOrNumber(db: Database, id: string): Promise<Draft | string> {
	try {
		return await find(db, id);
	} catch (error) {
		if (!(error instanceof Refusal) || error.status !== 404) throw error;
		const number = await numberOf(db, id);
		if (!number) throw error;
		return number;
	}
}

/** The number of the report that a draft has become; null where there is none, or none to be seen. */
export async function numberOf(db: Database, id: string): Promise<string | null> {
	const [report] = await ask(db.from('need_reports').select('number').eq('id', id).limit(1));
	return report?.number ?? null;
}
