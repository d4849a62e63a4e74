import type { Block, Cell, Format, Item, Note, Run, Text } from './block.ts';
import { heirsOf, stepsOf, type Step, type Way } from './difference-steps.ts';
import { piecesOf, type NoteHeirs, type Piece } from './difference-words.ts';
import { alikeForm, plainOfBlocks, tokensOf } from './plain.ts';
import { tidy } from './tidy.ts';

/*
 * The difference of two texts: blocks first, then the words within two that belong together. It holds both texts, so that a page
 * can show it and either text can be had from it.
 */

/** What changed about a thing besides what lies in it. */
export type What =
	| 'words'
	| 'marks'
	| 'link'
	| 'language'
	| 'kind'
	| 'level'
	| 'number'
	| 'format'
	| 'start'
	| 'file'
	| 'alt'
	| 'span'
	| 'head'
	| 'place'
	| 'inside';

interface Sides<Shell> {
	before: Shell;
	after: Shell;
	/** Never empty: what is only set or spaced alike is no change. */
	what: What[];
}

type Headed = { kind: 'paragraph' } | { kind: 'heading'; level: number; number?: string };
type Counted = { format: Format; start?: number };
type Pictured = { file: string; alt?: string };
type Spanned = Omit<Cell, 'blocks'>;
export type Blocks = Step<Block, BlockChange>[];
export type RowChange = { of: 'row'; cells: Step<Cell, CellChange>[]; what: What[] };
export type ItemChange = Sides<{ number?: string }> & { of: 'item'; blocks: Blocks };
export type CellChange = Sides<Spanned> & { of: 'cell'; blocks: Blocks };
export type NoteChange = Sides<Omit<Note, 'blocks'>> & { of: 'note'; blocks: Blocks };
export type BlockChange =
	| (Sides<Headed> & { of: 'words'; pieces: Piece[] })
	| (Sides<Counted> & { of: 'list'; items: Step<Item, ItemChange>[] })
	| {
			of: 'table';
			caption: Piece[];
			head: Step<Cell[], RowChange>[];
			body: Step<Cell[], RowChange>[];
			what: What[];
	  }
	| (Sides<Pictured> & { of: 'image'; caption: Piece[] })
	| (Sides<{ kind: 'quote' | 'box' }> & { of: 'frame'; blocks: Blocks });

export interface Difference {
	blocks: Blocks;
	notes: Step<Note, NoteChange>[];
}

const familyOf = ({ kind }: Block) =>
	kind === 'heading' ? 'paragraph' : kind === 'quote' || kind === 'box' ? 'frame' : kind;

/** Words and signs: „Bus?“ is not „Bus!“. */
const wordsIn = (blocks: Block[]) =>
	tokensOf(plainOfBlocks(blocks))
		.map(alikeForm)
		.filter((token) => token !== '');

const insideOf = (steps: { kind: string }[]): What[] =>
	steps.every((step) => step.kind === 'kept') ? [] : ['inside'];

const wordsOfPieces = (pieces: Piece[]): What[] => [
	...(pieces.some((piece) => piece.kind === 'inserted' || piece.kind === 'deleted')
		? ['words' as const]
		: []),
	...new Set(pieces.flatMap((piece) => (piece.kind === 'set' ? piece.what : [])))
];

const differs = <Shell extends object>(before: Shell, after: Shell, names: Record<string, What>): What[] => {
	const valueOf = (shell: Shell, name: string): unknown => {
		const value = (shell as Record<string, unknown>)[name];
		return typeof value === 'string' ? alikeForm(value) : value;
	};
	const all = Object.entries(names).filter(([name]) => valueOf(before, name) !== valueOf(after, name));
	return [...new Set(all.map(([, what]) => what))];
};

const only = <Change extends { what: What[] }>(change: Change): Change | undefined =>
	change.what.length > 0 ? change : undefined;

/** The ways to compare all that has words, once it is known which note is which. */
function waysWith(heirs: NoteHeirs) {
	const blockWay: Way<Block, BlockChange> = {
		family: familyOf,
		words: (block) => wordsIn([block]),
		sign: (block) => (block.kind === 'image' ? block.file : ''),
		compare: (before, after) => only(changeOf(before, after))
	};
	const inside = (before: Block[], after: Block[]) => stepsOf(before, after, blockWay);
	const held = <Thing extends { blocks: Block[] }>() => ({
		family: () => '',
		words: (thing: Thing) => wordsIn(thing.blocks)
	});
	const itemWay: Way<Item, ItemChange> = {
		...held(),
		compare: ({ blocks: was, ...before }, { blocks: is, ...after }) => {
			const blocks = inside(was, is);
			const what = [...differs(before, after, { number: 'number' }), ...insideOf(blocks)];
			return only({ of: 'item', before, after, blocks, what });
		}
	};
	const cellWay: Way<Cell, CellChange> = {
		...held(),
		byPlace: true,
		compare: ({ blocks: was, ...before }, { blocks: is, ...after }) => {
			const blocks = inside(was, is);
			const what = [
				...differs(before, after, { columns: 'span', rows: 'span', isHead: 'head' }),
				...insideOf(blocks)
			];
			return only({ of: 'cell', before, after, blocks, what });
		}
	};
	const rowWay: Way<Cell[], RowChange> = {
		family: () => '',
		words: (row) => wordsIn(row.flatMap((cell) => cell.blocks)),
		compare: (before, after) => {
			const cells = stepsOf(before, after, cellWay);
			return only({ of: 'row', cells, what: insideOf(cells) });
		}
	};
	const noteWay: Way<Note, NoteChange> = {
		...held(),
		compare: ({ blocks: was, ...before }, { blocks: is, ...after }) => {
			const blocks = inside(was, is);
			const what = [...differs(before, after, { place: 'place' }), ...insideOf(blocks)];
			return only({ of: 'note', before, after, blocks, what });
		}
	};
	const pieces = (before: Run[] = [], after: Run[] = []) => piecesOf(before, after, heirs);

	/** The change of two blocks of one family. */
	function changeOf(before: Block, after: Block): BlockChange {
		if (
			(before.kind === 'paragraph' || before.kind === 'heading') &&
			(after.kind === 'paragraph' || after.kind === 'heading')
		) {
			const { runs: was, ...shell } = before;
			const { runs: is, ...heir } = after;
			const words = pieces(was, is);
			const what = [
				...differs(shell, heir, { kind: 'kind', level: 'level', number: 'number' }),
				...wordsOfPieces(words)
			];
			return { of: 'words', before: shell, after: heir, pieces: words, what };
		}
		if (before.kind === 'list' && after.kind === 'list') {
			const items = stepsOf(before.items, after.items, itemWay);
			const shellOf = ({ format, start }: typeof before) => ({
				format,
				...(start === undefined ? {} : { start })
			});
			const [shell, heir] = [shellOf(before), shellOf(after)];
			const what = [...differs(shell, heir, { format: 'format', start: 'start' }), ...insideOf(items)];
			return { of: 'list', before: shell, after: heir, items, what };
		}
		if (before.kind === 'table' && after.kind === 'table') {
			const caption = pieces(before.caption, after.caption);
			const head = stepsOf(before.head, after.head, rowWay);
			const body = stepsOf(before.body, after.body, rowWay);
			return {
				of: 'table',
				caption,
				head,
				body,
				what: [...wordsOfPieces(caption), ...insideOf([...head, ...body])]
			};
		}
		if (before.kind === 'image' && after.kind === 'image') {
			const caption = pieces(before.caption, after.caption);
			const shellOf = ({ file, alt }: typeof before) => ({ file, ...(alt === undefined ? {} : { alt }) });
			const [shell, heir] = [shellOf(before), shellOf(after)];
			const what = [...differs(shell, heir, { file: 'file', alt: 'alt' }), ...wordsOfPieces(caption)];
			return { of: 'image', before: shell, after: heir, caption, what };
		}
		if (
			(before.kind === 'quote' || before.kind === 'box') &&
			(after.kind === 'quote' || after.kind === 'box')
		) {
			const blocks = inside(before.blocks, after.blocks);
			const [shell, heir] = [{ kind: before.kind }, { kind: after.kind }];
			return {
				of: 'frame',
				before: shell,
				after: heir,
				blocks,
				what: [...differs(shell, heir, { kind: 'kind' }), ...insideOf(blocks)]
			};
		}
		throw new TypeError(`a ${before.kind} cannot become a ${after.kind}`);
	}

	return { blockWay, noteWay };
}

/**
 * What changed from one text to the other; both are tidied first. White space and signs that do not break count as their plain
 * forms, the end of a paragraph never does. Two quite different texts get a coarser answer, not a late one.
 */
export function differenceOf(before: Text, after: Text): Difference {
	const [was, is] = [tidy(before), tidy(after)];
	const { here, moved } = heirsOf(was.notes, is.notes, waysWith(new Map()).noteWay);
	const heirs: NoteHeirs = new Map();
	for (const [from, note] of was.notes.entries()) {
		const heir = is.notes[here[from] === -1 ? (moved.get(from) ?? -1) : (here[from] ?? -1)];
		if (heir) heirs.set(note.key, heir.key);
	}
	const { blockWay, noteWay } = waysWith(heirs);
	return { blocks: stepsOf(was.blocks, is.blocks, blockWay), notes: stepsOf(was.notes, is.notes, noteWay) };
}
