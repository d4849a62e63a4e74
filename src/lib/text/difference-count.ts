import type { Block, Cell } from './block.ts';
import type { BlockChange, CellChange, Difference, ItemChange, NoteChange, RowChange } from './difference.ts';
import type { Step } from './difference-steps.ts';
import type { Piece } from './difference-words.ts';
import { plainOfBlocks, plainOfRuns, wordsOf } from './plain.ts';

/** How many words came and went. What only moved is neither. */
export interface ChangedWords {
	added: number;
	removed: number;
}

type Change = BlockChange | ItemChange | CellChange | RowChange | NoteChange;

const count = (wording: string) => wordsOf(wording).length;
const sum = (all: ChangedWords[]): ChangedWords =>
	all.reduce((one, other) => ({ added: one.added + other.added, removed: one.removed + other.removed }), {
		added: 0,
		removed: 0
	});

const ofPieces = (pieces: Piece[]): ChangedWords =>
	sum(
		pieces.map((piece) => ({
			added: piece.kind === 'inserted' ? count(plainOfRuns(piece.after)) : 0,
			removed: piece.kind === 'deleted' ? count(plainOfRuns(piece.before)) : 0
		}))
	);

function ofChange(change: Change): ChangedWords {
	switch (change.of) {
		case 'words':
			return ofPieces(change.pieces);
		case 'list':
			return ofSteps(change.items, (item) => item.blocks);
		case 'table': {
			const rows = [...change.head, ...change.body];
			return sum([ofPieces(change.caption), ofSteps(rows, (row) => row.flatMap((cell) => cell.blocks))]);
		}
		case 'image': {
			const alt = change.what.includes('alt');
			const words = { added: count(change.after.alt ?? ''), removed: count(change.before.alt ?? '') };
			return sum([ofPieces(change.caption), ...(alt ? [words] : [])]);
		}
		case 'row':
			return ofSteps(change.cells, (cell: Cell) => cell.blocks);
		case 'frame':
		case 'item':
		case 'cell':
		case 'note':
			return ofSteps(change.blocks, (block) => [block]);
	}
}

function ofSteps<Thing>(steps: Step<Thing, Change>[], blocks: (thing: Thing) => Block[]): ChangedWords {
	return sum(
		steps.map((step) => {
			if (step.kind === 'changed') return ofChange(step.change);
			if (step.kind === 'moved' && step.change) return ofChange(step.change);
			if (step.kind === 'added') return { added: count(plainOfBlocks(blocks(step.after))), removed: 0 };
			if (step.kind === 'removed') return { added: 0, removed: count(plainOfBlocks(blocks(step.before))) };
			return { added: 0, removed: 0 };
		})
	);
}

/** How many words are new and how many are gone, for summaries. */
export const changedWordsOf = ({ blocks, notes }: Difference): ChangedWords =>
	sum([ofSteps(blocks, (block) => [block]), ofSteps(notes, (note) => note.blocks)]);

/** Whether anything is different that counts. */
export const hasChanges = ({ blocks, notes }: Difference): boolean =>
	[...blocks, ...notes].some((step) => step.kind !== 'kept');

/** How much changed: words, and whether anything else did, such as order, levels or links. */
export interface ChangeSum extends ChangedWords {
	isChanged: boolean;
}

/** What a sentence about a difference says. */
export const sumOf = (difference: Difference): ChangeSum => ({
	...changedWordsOf(difference),
	isChanged: hasChanges(difference)
});
