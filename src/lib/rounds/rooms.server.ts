import type { z } from 'zod';
import { ask, document, type Database } from '#lib/server/database.ts';
import { fromMarkdown } from '#lib/text/markdown-in.ts';
import { plainOf, wordsOf } from '#lib/text/plain.ts';
import type { NoteForm, PointForm } from './note-form.ts';
import { roundContents, roundNote, roundRoom, roundSection } from './room-document.ts';

const roomOf = document('round_room', roundRoom);
const contentsOf = document('round_contents', roundContents);
const sectionOf = document('round_section', roundSection);
const noteOf = document('round_note', roundNote);

/** Which round, and as which of several organisations. */
interface In {
	slug: string;
	asOrganisation: string | null;
}
const asked = (authorityId: string, { slug, asOrganisation }: In) => ({
	p_authority: authorityId,
	p_slug: slug,
	p_organisation: asOrganisation ?? undefined
});

/** The room of one's organisation. @throws Refusal NOTFD for who is in none, WHICH for who is in several and names none */
export const find = (db: Database, authorityId: string, at: In) => roomOf(db, asked(authorityId, at));

/** The contents of the text, with how much is noted where. @throws Refusal NOTFD, WHICH */
export const contents = (db: Database, authorityId: string, at: In) => contentsOf(db, asked(authorityId, at));

/** One section and fifty notes at it. @param after id of the last note shown @throws Refusal NOTFD, WHICH */
export const section = (db: Database, authorityId: string, at: In & { key: string; after?: string | null }) =>
	sectionOf(db, { ...asked(authorityId, at), p_key: at.key, p_after: at.after ?? undefined });

/** One note with its answers and the text it was made on. @throws Refusal NOTFD */
export const note = (db: Database, id: string) => noteOf(db, { p_note: id });

/** Notes something. @param id drawn by the form: sent twice, it is one. @throws Refusal NOTFD, RULED */
export const add = (db: Database, addresseeId: string, id: string, form: NoteForm, passages: string[]) =>
	ask(db.rpc('note_in_round', { p_id: id, p_addressee: addresseeId, p_note: saidIn(form, passages) }));

/** Changes one's own note. @throws Refusal STALE, RULED, NOTFD */
export const change = (
	db: Database,
	id: string,
	revision: number,
	form: NoteForm,
	passages: string[],
	section: string | null
) =>
	ask(
		db.rpc('change_round_note', {
			p_note: id,
			p_revision: revision,
			p_said: saidIn({ ...form, section: section ?? '' }, passages)
		})
	);

export const changeAnswer = (db: Database, id: string, revision: number, body: string) =>
	ask(db.rpc('change_round_note', { p_note: id, p_revision: revision, p_said: { body } }));

export const answer = (db: Database, id: string, noteId: string, body: string) =>
	ask(db.rpc('answer_round_note', { p_id: id, p_note: noteId, p_body: body }));

export const withdraw = (db: Database, id: string) => ask(db.rpc('withdraw_round_note', { p_note: id }));

/** Keeps what is being typed, for this person alone. @returns when it was saved */
export const keepTyped = (db: Database, addresseeId: string, id: string, form: Record<string, unknown>) =>
	ask(db.rpc('save_note_draft', { p_id: id, p_addressee: addresseeId, p_form: form as never }));

export const discardTyped = (db: Database, id: string) => ask(db.rpc('discard_note_draft', { p_id: id }));

/** What a form says of a section or the whole, as the database takes it. @param passages words of each passage to be quoted, from 1 */
export function saidIn(form: NoteForm | PointForm, passages: string[]) {
	const proposal = form.proposal.trim() ? fromMarkdown(form.proposal).text : null;
	const [before, after] = form.passage ? [passages[form.passage - 2], passages[form.passage]] : [];
	return {
		kind: form.kind,
		section: form.section || null,
		body: form.body,
		quoteBefore: before && wordsOf(before).slice(-6).join(' ').slice(-100),
		quoteAfter: after && wordsOf(after).slice(0, 6).join(' ').slice(0, 100),
		quote: form.passage ? (passages[form.passage - 1] ?? null) : form.quote || null,
		isOnTwin: form.language === 'einfach',
		proposal,
		proposalWords: proposal && plainOf(proposal)
	} as never;
}

export type RoundRoom = z.infer<typeof roundRoom>;
