import type { Block, Cell, Item, Note, Run, Text } from '#lib/text/block.ts';
import type {
	BlockChange,
	CellChange,
	Difference,
	ItemChange,
	NoteChange,
	RowChange
} from '#lib/text/difference.ts';
import type { Step } from '#lib/text/difference-steps.ts';
import type { Piece } from '#lib/text/difference-words.ts';
import { joined } from '#lib/text/tidy-runs.ts';
import { tidy } from '#lib/text/tidy.ts';

/*
 * Both texts from their difference.
 */

type Side = 'before' | 'after';

function runsOn(side: Side, pieces: Piece[]): Run[] {
	return joined(
		pieces.flatMap((piece): Run[] => {
			if (piece.kind === 'deleted') return side === 'before' ? piece.before : [];
			if (piece.kind === 'inserted') return side === 'after' ? piece.after : [];
			return side === 'before' ? (piece.before ?? piece.after) : piece.after;
		})
	);
}

const captionOn = (side: Side, pieces: Piece[]) => {
	const caption = runsOn(side, pieces);
	return caption.length > 0 ? { caption } : {};
};

function thingsOn<Thing, Change>(
	side: Side,
	steps: Step<Thing, Change>[],
	changed: (side: Side, change: Change) => Thing
): Thing[] {
	return steps.flatMap((step): Thing[] => {
		switch (step.kind) {
			case 'kept':
				return [side === 'before' ? (step.before ?? step.after) : step.after];
			case 'changed':
				return [changed(side, step.change)];
			case 'added':
			case 'moved':
				return side === 'after' ? [step.after] : [];
			case 'removed':
			case 'left':
				return side === 'before' ? [step.before] : [];
		}
	});
}

const blocksOn = (side: Side, steps: Step<Block, BlockChange>[]): Block[] => thingsOn(side, steps, blockOn);
const itemOn = (side: Side, change: ItemChange): Item => ({
	...change[side],
	blocks: blocksOn(side, change.blocks)
});
const cellOn = (side: Side, change: CellChange): Cell => ({
	...change[side],
	blocks: blocksOn(side, change.blocks)
});
const noteOn = (side: Side, change: NoteChange): Note => ({
	...change[side],
	blocks: blocksOn(side, change.blocks)
});
const rowOn = (side: Side, change: RowChange): Cell[] => thingsOn(side, change.cells, cellOn);

function blockOn(side: Side, change: BlockChange): Block {
	switch (change.of) {
		case 'words':
			return { ...change[side], runs: runsOn(side, change.pieces) };
		case 'list':
			return { kind: 'list', ...change[side], items: thingsOn(side, change.items, itemOn) };
		case 'table': {
			const [head, body] = [thingsOn(side, change.head, rowOn), thingsOn(side, change.body, rowOn)];
			return { kind: 'table', ...captionOn(side, change.caption), head, body };
		}
		case 'image':
			return { kind: 'image', ...change[side], ...captionOn(side, change.caption) };
		case 'frame':
			return { ...change[side], blocks: blocksOn(side, change.blocks) };
	}
}

const textOn = (side: Side, { blocks, notes }: Difference): Text => ({
	blocks: blocksOn(side, blocks),
	notes: thingsOn(side, notes, noteOn)
});

/** The same, whatever the order in which properties were written. */
function isSame(one: unknown, other: unknown): boolean {
	if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null)
		return one === other;
	const names = Object.keys(one);
	return (
		names.length === Object.keys(other).length &&
		names.every((name) =>
			isSame((one as Record<string, unknown>)[name], (other as Record<string, unknown>)[name])
		)
	);
}

function crossed(from: Side, to: Side, difference: Difference, text: Text): Text {
	if (!isSame(textOn(from, difference), tidy(text)))
		throw new RangeError(`this is not the text ${from} the change`);
	return textOn(to, difference);
}

/** The text after a change. A text that is not the one before it, tidied or not, is a RangeError. */
export const apply = (difference: Difference, before: Text): Text =>
	crossed('before', 'after', difference, before);

/** The text before a change. A text that is not the one after it, tidied or not, is a RangeError. */
export const undo = (difference: Difference, after: Text): Text =>
	crossed('after', 'before', difference, after);
