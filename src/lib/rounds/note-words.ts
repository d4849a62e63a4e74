import { moment } from '#lib/i18n/format.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import { declined } from '#lib/people/person.ts';
import type { Note, NoteDraft, Said } from './room-document.ts';
import { kindWords } from './round.ts';
import { inShort } from './note-form.ts';

const nobody = () => m.rounds_former_member();

/** "Bedenken von Herrn Demir" */
export const headingOfNote = ({ kind, personName }: Pick<Said, 'kind' | 'personName'>) =>
	m.rounds_note_of({
		kind: kind === 'answer' ? m.rounds_answer() : kindWords[kind](),
		whom: declined(personName ?? m.rounds_former_member_dative())
	});

/** Who said it in which post, by whose hand, when, and whether it was changed. */
export const aboutSaid = ({ kind, personName, postTitle, writtenBy, at, changedAt, isOnTwin }: Said) =>
	[
		kind === 'answer' ? (personName ?? nobody()) : null,
		postTitle,
		writtenBy && m.rounds_written_by({ whom: declined(writtenBy) }),
		moment(at),
		changedAt && m.rounds_changed_at({ moment: moment(changedAt) }),
		isOnTwin && m.rounds_on_twin()
	]
		.filter(Boolean)
		.join(', ');

/** Where a note went in the statement at work. */
export const placedInWords = ({ place, reason }: NonNullable<Note['placed']>) =>
	[place && m.rounds_placed_in({ number: place }), reason && m.rounds_placed_not({ reason })]
		.filter(Boolean)
		.join(' ');

/** The first words of what somebody typed. */
export const typedInShort = ({ form }: NoteDraft) => {
	const words = [form.body, form.proposal].find((text) => typeof text === 'string' && text.trim());
	return typeof words === 'string' ? inShort(words) : m.rounds_typed_nothing();
};
