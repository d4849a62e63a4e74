import type { z } from 'zod';
import { ask, asSystem, document, type Database } from '#lib/server/database.ts';
import {
	vote,
	voteList,
	voteOptions,
	type Choice,
	type Vote,
	type VoteLine,
	type VoteOptions
} from './vote.ts';
import type { Entry } from './entry.ts';
import type { Subject } from './subject.ts';
import type { conflictForm, openForm, reasonForm, substituteForm } from './vote-forms.ts';

const voteOf = document('vote', vote);
const listOf = document('list_votes', voteList);
const optionsOf = document('vote_options', voteOptions);

/** The votes of one's bodies, open ones first. @param after the last one shown. One more than `pageSize` when there are more */
export const list = (db: Database, after?: string | null): Promise<VoteLine[]> =>
	listOf(db, { p_after: after } as never);

/** @throws Refusal NOTFD outside the body */
export const find = (db: Database, id: string): Promise<Vote> => voteOf(db, { p_id: id });

/** @throws Refusal NOTFD for whoever does not preside, and while no wording is frozen */
export const options = (db: Database, { kind, id }: Subject): Promise<VoteOptions> =>
	optionsOf(db, { p_subject_kind: kind, p_subject: id });

/** The same form sent twice is one vote. @returns its id. @throws Refusal RULED */
export const open = (db: Database, { kind, id }: Subject, form: z.infer<typeof openForm>): Promise<string> =>
	ask(
		db.rpc('open_vote', {
			p_id: form.form_id,
			p_subject_kind: kind,
			p_subject: id,
			p_mode: form.mode,
			p_is_secret: form.secrecy === 'secret',
			p_is_by_points: form.scope === 'points',
			p_majority: form.majority,
			p_quorum: (form.quorum_rule === 'number' ? form.quorum : null) as never,
			p_closes_on: (form.mode === 'circular' ? form.closes_on : null) as never,
			p_meeting: (form.meeting || null) as never
		})
	);

/** Once, and for good. @throws Refusal RULED with the reason */
export async function cast(
	db: Database,
	id: string,
	ballot: { form_id: string; elector: string; choices: Record<string, Choice> }
) {
	await ask(
		db.rpc('cast_vote', {
			p_vote: id,
			p_elector: ballot.elector,
			p_id: ballot.form_id,
			p_choices: ballot.choices
		})
	);
}

export async function declareConflict(
	db: Database,
	id: string,
	{ elector, places, reason }: z.infer<typeof conflictForm>
) {
	await ask(
		db.rpc('declare_conflict', { p_vote: id, p_elector: elector, p_places: places, p_reason: reason })
	);
}

export async function nameSubstitute(
	db: Database,
	id: string,
	{ elector, person }: z.infer<typeof substituteForm>
) {
	await ask(db.rpc('name_substitute', { p_vote: id, p_elector: elector, p_person: person }));
}

export async function cancel(db: Database, id: string, { reason }: z.infer<typeof reasonForm>) {
	await ask(db.rpc('cancel_vote', { p_vote: id, p_reason: reason }));
}

/** What a session decided. @throws Refusal RULED where the numbers do not fit together */
export async function enter(db: Database, id: string, { formId, ...entry }: Entry) {
	await ask(db.rpc('enter_session_vote', { p_vote: id, p_id: formId, p_entry: entry as never }));
}

/** The job `end_votes`: counts the circular votes whose time is over. */
export async function endVotes() {
	await ask(asSystem().rpc('end_votes'));
}

/** The daily job `remind_votes`: two days before the end, those who have not voted. */
export async function remindVotes() {
	await ask(asSystem().rpc('remind_votes'));
}
