import type { Token } from 'markdown-it';
import { deepest, depthOf, type Block, type Cell, type Item, type Run, type Text } from './block.ts';
import type { Doubt } from './markdown-frames.ts';
import {
	codeOf,
	headingOf,
	isNext,
	lineOf,
	next,
	paragraphOf,
	runsIn,
	takeBraces,
	walkOf,
	type Walk
} from './markdown-walk.ts';
import { bracesAt, cellOf, countingOf, numberOf, placeOf, type Count, type Frame } from './notation.ts';
import { tidy } from './tidy.ts';

function listOf(walk: Walk, open: Token, said: Count | undefined): Block {
	const own = (open.meta ?? {}) as Count;
	const format = said?.format ?? own.format ?? (open.type === 'bullet_list_open' ? 'bullet' : 'decimal');
	const start = said?.start ?? own.start ?? Math.min(Number(open.attrGet('start') ?? 1), 100_000);
	const items: Item[] = [];
	while (next(walk).type === 'list_item_open') {
		const number = takeBraces(walk, numberOf);
		items.push({ ...(number ? { number } : {}), blocks: blocksUntil(walk, 'list_item_close') });
	}
	return { kind: 'list', format, start, items };
}

/** Whether a list of points is all there is until this end. */
function isListUntil(walk: Walk, end: string): boolean {
	const open = walk.tokens[walk.at];
	if (open?.type !== 'bullet_list_open') return false;
	let at = walk.at + 1;
	while (walk.tokens[at]?.type !== 'bullet_list_close' || walk.tokens[at]?.level !== open.level) at += 1;
	return walk.tokens[at + 1]?.type === end;
}

function cellUntil(walk: Walk, end: string): Cell {
	const said = takeBraces(walk, cellOf);
	return { ...said, blocks: blocksUntil(walk, end) };
}

/** A row is a list of cells; what is no list is one cell. */
function rowOf(walk: Walk): Cell[] {
	if (isNext(walk, 'list_item_close')) next(walk);
	else if (!isListUntil(walk, 'list_item_close')) return [cellUntil(walk, 'list_item_close')];
	else {
		const cells: Cell[] = [];
		next(walk);
		while (next(walk).type === 'list_item_open') cells.push(cellUntil(walk, 'list_item_close'));
		next(walk);
		return cells;
	}
	return [];
}

function frameOf(walk: Walk, open: Token): Block {
	const { kind, heads } = open.meta as unknown as Frame;
	const isTable = kind === 'table' && (isNext(walk, 'frame_close') || isListUntil(walk, 'frame_close'));
	if (kind === 'table' && !isTable) walk.reading.doubts.push({ line: lineOf(open), what: 'frame' });
	if (!isTable) return { kind: 'box', blocks: blocksUntil(walk, 'frame_close') };
	const rows: Cell[][] = [];
	if (next(walk).type === 'bullet_list_open') {
		while (next(walk).type === 'list_item_open') rows.push(rowOf(walk));
		next(walk);
	}
	return { kind: 'table', head: rows.slice(0, heads), body: rows.slice(heads) };
}

/** A table of one line a row. A head without a word is none. */
function tableOf(walk: Walk): Block {
	const rows: Cell[][] = [];
	while (next(walk).type === 'row_open') {
		const row: Cell[] = [];
		for (let cell = next(walk); cell.type === 'inline'; cell = next(walk))
			row.push({ blocks: paragraphOf(walk, cell) });
		rows.push(row);
	}
	const [head = [], ...body] = rows;
	return { kind: 'table', head: head.some((cell) => cell.blocks.length > 0) ? [head] : [], body };
}

function noteOf(walk: Walk, open: Token) {
	const place = takeBraces(walk, placeOf) ?? 'foot';
	walk.notes.push({ key: String(open.meta?.key), place, blocks: blocksUntil(walk, 'note_close') });
}

function blocksUntil(walk: Walk, end?: string): Block[] {
	const blocks: Block[] = [];
	let said: Count | undefined;
	while (walk.at < walk.tokens.length) {
		const token = next(walk);
		if (token.type === end) break;
		const last = blocks.at(-1);
		if (token.type === 'paragraph_open') {
			const words = next(walk);
			next(walk);
			const braces = bracesAt(words.content, 0);
			const isBraces =
				braces?.end === words.content.length &&
				/^(bullet|ordered)_list_open$/.test(walk.tokens[walk.at]?.type ?? '');
			said = isBraces ? countingOf(braces.phrases) : undefined;
			const isCaption = words.content.startsWith(': ') && (last?.kind === 'table' || last?.kind === 'image');
			if (isCaption && !last.caption) last.caption = runsIn(walk, words, words.content.slice(2));
			else if (!said) blocks.push(...paragraphOf(walk, words));
		} else if (token.type === 'heading_open') blocks.push(headingOf(walk, token));
		else if (token.type.endsWith('list_open')) blocks.push(listOf(walk, token, said));
		else if (token.type === 'blockquote_open')
			blocks.push({ kind: 'quote', blocks: blocksUntil(walk, 'blockquote_close') });
		else if (token.type === 'frame_open') blocks.push(frameOf(walk, token));
		else if (token.type === 'table_open') blocks.push(tableOf(walk));
		else if (token.type === 'note_open') noteOf(walk, token);
		else if (token.type === 'fence') blocks.push(codeOf(token));
		if (token.type !== 'paragraph_open') said = undefined;
	}
	return blocks;
}

const asTyped = (source: string): Block[] =>
	source.split(/\n[ \t]*\n/).map((text) => ({ kind: 'paragraph', runs: [{ text }] }));

/** The runs of a source that is one paragraph and may name places of these notes; nothing where it is more than that. */
export function paragraphIn(source: string, keys: Set<string>): Run[] | undefined {
	const [first, ...others] = blocksUntil(walkOf(source, keys));
	return first?.kind === 'paragraph' && others.length === 0 ? first.runs : undefined;
}

/**
 * Reads Markdown: the ordinary (CommonMark, tables, struck words, notes) and our own notation. It never throws: what it does not
 * understand stays as it was typed and is named in `doubts`. Raw HTML is text; links lead where `isAddress` allows.
 */
export function fromMarkdown(source: string): { text: Text; doubts: Doubt[] } {
	const walk = walkOf(source, new Set());
	const blocks = blocksUntil(walk);
	const text = tidy({ blocks, notes: walk.notes });
	const byPlace = new Map(walk.reading.doubts.map((doubt) => [`${doubt.line} ${doubt.what}`, doubt]));
	const doubts = [...byPlace.values()].toSorted((one, other) => one.line - other.line);
	if (depthOf(text) <= deepest) return { text, doubts };
	return { text: tidy({ blocks: asTyped(source), notes: [] }), doubts: [{ line: 1, what: 'depth' }] };
}
