import { ask, document, type Database } from '#lib/server/database.ts';
import type { PointForm } from './note-form.ts';
import { saidIn } from './rooms.server.ts';
import { roundPlacing, roundStatement } from './statement-document.ts';

const statementOf = document('round_statement', roundStatement);
const placingOf = document('round_placing', roundPlacing);

/** A statement, for its room with all that is done on it. @throws Refusal NOTFD for who may not read it */
export const find = (db: Database, id: string) => statementOf(db, { p_statement: id });

/** Fifty notes and where they went: all, those in one point, or those in none with the reason. @throws Refusal NOTFD */
export const placing = (
	db: Database,
	id: string,
	{ point, isLeft, after }: { point?: string; isLeft?: boolean; after?: string | null } = {}
) => placingOf(db, { p_statement: id, p_point: point, p_is_left: isLeft, p_after: after ?? undefined });

/** Begins the joint statement, or one's own. @returns its id; where one is at work, of that. @throws Refusal RULED, NOTFD */
export const start = (db: Database, addresseeId: string, id: string, kind: 'joint' | 'individual') =>
	ask(db.rpc('start_statement', { p_id: id, p_addressee: addresseeId, p_kind: kind }));

/** @throws Refusal STALE when it changed elsewhere */
export const saveIntro = (db: Database, id: string, revision: number, intro: string) =>
	ask(db.rpc('save_statement_intro', { p_statement: id, p_revision: revision, p_intro: intro }));

/** Writes a point, or changes it. @throws Refusal STALE, RULED, NOTFD */
export const savePoint = (db: Database, id: string, pointId: string, form: PointForm, passages: string[]) =>
	ask(
		db.rpc('save_statement_point', {
			p_statement: id,
			p_point: pointId,
			p_revision: form.revision,
			p_said: saidIn(form, passages)
		})
	);

export const dropPoint = (db: Database, id: string, pointId: string) =>
	ask(db.rpc('drop_statement_point', { p_statement: id, p_point: pointId }));

export const placePoint = (db: Database, id: string, pointId: string, place: number) =>
	ask(db.rpc('place_statement_point', { p_statement: id, p_point: pointId, p_place: place }));

/** Makes a point of a note as it is. @param pointId drawn by the form */
export const takeNote = (db: Database, id: string, noteId: string, pointId: string) =>
	ask(db.rpc('take_round_note', { p_statement: id, p_note: noteId, p_point: pointId }));

/** Says into which point a note went, or why into none. @throws Refusal MISSG where neither is said */
export const placeNote = (
	db: Database,
	id: string,
	noteId: string,
	{ point, reason }: { point: string; reason: string }
) =>
	ask(
		db.rpc('place_round_note', {
			p_statement: id,
			p_note: noteId,
			p_point: point || undefined,
			p_reason: reason || undefined
		})
	);

export const remark = (db: Database, formId: string, id: string, body: string) =>
	ask(db.rpc('remark_on_statement', { p_id: formId, p_statement: id, p_body: body }));

export const dissent = (db: Database, formId: string, id: string, body: string) =>
	ask(db.rpc('dissent_from_statement', { p_id: formId, p_statement: id, p_body: body }));

export const withdrawDissent = (db: Database, dissentId: string) =>
	ask(db.rpc('withdraw_dissent', { p_dissent: dissentId }));

export type Step = 'frozen' | 'unfrozen' | 'decided' | 'signed' | 'submitted' | 'discarded';

/**
 * Carries a statement on. @param seen the hash, before it is frozen the revision, that the page showed
 * @throws Refusal STALE when it is another one by now, RULED with a sentence for each wrong turn
 */
export const takeStep = (
	db: Database,
	id: string,
	step: Step,
	{ form_id, seen }: { form_id: string; seen: string },
	decided?: { decision: string; decided_on: string }
) =>
	ask(
		db.rpc('take_statement_step', {
			p_id: form_id,
			p_statement: id,
			p_step: step,
			p_seen: seen,
			p_decision: decided?.decision,
			p_decided_on: decided?.decided_on
		})
	);

/** "Keine Einwände". @returns the id of the statement that says so. @throws Refusal RULED, NOTFD */
export const noObjections = (db: Database, addresseeId: string, id: string) =>
	ask(db.rpc('state_no_objections', { p_id: id, p_addressee: addresseeId }));
