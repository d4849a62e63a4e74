import { z } from 'zod';
import { ask, document, type Database } from '#lib/server/database.ts';
import { surveyReply } from './survey-document.ts';
import type { FilledIn } from './survey-form.ts';
import type { Asked, SurveyReply } from './survey.ts';

const replyOf = document('survey_reply', surveyReply);
const answeringNil = document('answer_nil', z.enum(['returned', 'saved']));

/**
 * What an addressee is asked, has filled in and returned; notes the first visit.
 * @throws Refusal NOTFD for everybody who is not of an addressee
 */
export async function reply(
	db: Database,
	authorityId: string,
	{ slug, asOrganisation }: Asked
): Promise<SurveyReply> {
	const reply = await replyOf(db, { p_authority: authorityId, p_slug: slug, p_organisation: asOrganisation });
	return { ...reply, asOrganisation: reply.others.length ? reply.organisationId : null };
}

/** Begins a needs survey as a copy of the last one. @param id drawn by the form: sent twice, it is one @returns its short name */
export const start = (db: Database, authorityId: string, id: string): Promise<string> =>
	ask(db.rpc('start_survey', { p_authority: authorityId, p_id: id }));

/** Which fields of action a survey asks about. @throws Refusal FINAL once it is open */
export const chooseFields = (db: Database, authorityId: string, slug: string, fields: string[]) =>
	ask(db.rpc('set_call_fields', { p_authority: authorityId, p_slug: slug, p_fields: fields }));

/** Keeps what was filled in for a field. @returns the new revision. @throws Refusal STALE when it changed elsewhere */
export async function save(db: Database, addresseeId: string, field: string, filled: FilledIn) {
	return ask(
		db.rpc('save_survey_answer', {
			p_addressee: addresseeId,
			p_field: field,
			p_revision: filled.revision,
			p_choice: filled.choice,
			p_answers: filled.answers,
			p_unknown: filled.unknown
		})
	);
}

/**
 * Fehlanzeige by a program. @param id drawn by it: sent again, it returns nothing anew. @returns whether it is returned, or before
 * the head ("saved"). @throws Refusal RULED while there are words in the field that it cannot see
 */
export const answerNil = (db: Database, addresseeId: string, field: string, id?: string) =>
	answeringNil(db, { p_addressee: addresseeId, p_field: field, p_id: id });

/** Fills in Fehlanzeige; words in the field stay with it. */
export const chooseNil = (db: Database, addresseeId: string, field: string) =>
	ask(db.rpc('choose_nil', { p_addressee: addresseeId, p_field: field }));

/** Fills in Fehlanzeige for all fields that nothing is said of yet. */
export async function answerRestNil(db: Database, addresseeId: string) {
	await ask(db.rpc('answer_rest_nil', { p_addressee: addresseeId }));
}

/** Begins a report in answer to the survey. @param id drawn by the form @returns the draft's id */
export async function startReport(db: Database, addresseeId: string, field: string, id: string) {
	return ask(db.rpc('start_survey_report', { p_addressee: addresseeId, p_field: field, p_id: id }));
}

/** Tells the head that something waits for release. */
export async function handIn(db: Database, addresseeId: string) {
	await ask(db.rpc('hand_in_survey', { p_addressee: addresseeId }));
}

/** Returns what is handed in, as seen. @param seen the revision of each field shown. @throws Refusal STALE, FINAL, RULED */
export async function release(db: Database, addresseeId: string, seen: Record<string, number>) {
	return ask(db.rpc('release_survey_answers', { p_addressee: addresseeId, p_seen: seen }));
}
