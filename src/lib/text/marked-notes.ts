import type { Note } from './block.ts';
import type { Difference, NoteChange } from './difference.ts';
import type { Step } from './difference-steps.ts';
import { addressOfNote, type NotePlaces } from './note-places.ts';

type NoteStep = Step<Note, NoteChange>;

/** A note as it stands below a marked text. */
export interface MarkedNote {
	step: Exclude<NoteStep, { kind: 'left' }>;
	/** Its own on the page, and that of its place in the text. */
	address: string;
	back: string;
}

/**
 * The notes of both texts, counted together: those of the new text as they are counted there, then those that are gone. One key
 * may mean different notes in either text.
 */
export function notesOf(
	steps: Difference['notes'],
	id: string
): { before: NotePlaces; after: NotePlaces; shown: MarkedNote[] } {
	const [before, after]: [NotePlaces, NotePlaces] = [
		{ id: `${id}-before`, notes: [] },
		{ id: `${id}-after`, notes: [] }
	];
	const shown = [...steps]
		.filter((step) => step.kind !== 'left')
		.sort((one, other) => Number(one.kind === 'removed') - Number(other.kind === 'removed'))
		.map((step): MarkedNote => {
			const [was, is] = keysOf(step, steps);
			const side = step.kind === 'removed' ? before : after;
			const key = (is ?? was)!;
			const address = addressOfNote(side.id, key);
			before.notes.push({ key: was ?? '', address });
			after.notes.push({ key: is ?? '', address });
			return { step, address, back: `${side.id}-ref-${key}` };
		});
	return { before, after, shown };
}

/** The keys of a note in the text before and in the one after. */
function keysOf(step: MarkedNote['step'], steps: NoteStep[]): [string | undefined, string | undefined] {
	switch (step.kind) {
		case 'kept':
			return [(step.before ?? step.after).key, step.after.key];
		case 'changed':
			return [step.change.before.key, step.change.after.key];
		case 'added':
			return [undefined, step.after.key];
		case 'removed':
			return [step.before.key, undefined];
		case 'moved': {
			const origin = steps.find((other) => other.kind === 'left' && other.move === step.move);
			return [origin?.kind === 'left' ? origin.before.key : undefined, step.after.key];
		}
	}
}
