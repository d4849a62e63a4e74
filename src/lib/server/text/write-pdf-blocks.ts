import { imageSize } from 'image-size';
import type { Block, Cell, Item, Run, Text } from '#lib/text/block.ts';
import { plainOfRuns, wordsOf, plainOfBlocks } from '#lib/text/plain.ts';
import { labelOf } from './labels.ts';

/*
 * A text as the template text.typ draws it: every list with its labels, every table with its whole grid, every note at its place.
 */

/** Parts of the file that are the same for all sections. */
export interface PrintPaper {
	/** Where the pictures lie, by the key that image blocks have, with their bytes. */
	pictures: Map<string, { path: string; bytes: Uint8Array }>;
	/** Keys of all sections, to which links may lead. */
	sections: Set<string>;
	/** Said of a picture that nobody has described. */
	noAlt: string;
}

/** One section on its way. Notes are drawn at their first place, and meant again at all others. */
export interface PrintSection extends PrintPaper {
	notes: Text['notes'];
	/** Before the keys of its notes. */
	prefix: string;
	drawn: Set<string>;
}

export interface Language {
	lang: string;
	region: string | null;
}

type Drawn = Record<string, unknown>;

const regions: Record<string, string> = { de: 'DE', en: 'GB' };

/** `de-x-leicht` is German as it is read in Germany; without a region of its own an English word would be of Germany too. */
export function languageOf(name: string): Language {
	const [lang = '', ...parts] = name.toLowerCase().split('-');
	const region = parts.find((part) => /^[a-z]{2}$/.test(part))?.toUpperCase();
	return { lang: /^[a-z]{2,3}$/.test(lang) ? lang : 'de', region: region ?? regions[lang] ?? null };
}

/** Points between the margins of a page, from side to side and down. */
const page = { width: 453, height: 620 };
const pointsPerPixel = 0.75;

export const drawnBlocks = (paper: PrintSection, blocks: Block[], isInCell = false): Drawn[] =>
	blocks.map((block) => drawnBlock(paper, block, isInCell));

function drawnBlock(paper: PrintSection, block: Block, isInCell: boolean): Drawn {
	switch (block.kind) {
		case 'paragraph':
			return { kind: 'paragraph', runs: drawnRuns(paper, block.runs) };
		case 'heading': {
			// a text that is divided has none; a heading between others would be one too many
			const words = [block.number, plainOfRuns(block.runs)].filter(Boolean).join(' ');
			return { kind: 'paragraph', runs: [{ words, marks: ['strong'] }] };
		}
		case 'list':
			return drawnList(paper, block, isInCell);
		case 'table':
			return drawnTable(paper, block);
		case 'image':
			return drawnImage(paper, block, isInCell);
		case 'quote':
		case 'box':
			return { kind: block.kind, blocks: drawnBlocks(paper, block.blocks, isInCell) };
	}
}

const drawnRuns = (paper: PrintSection, runs: Run[]): Drawn[] =>
	runs.flatMap((run): Drawn[] => {
		if ('break' in run) return [{ break: true }];
		if ('note' in run) return drawnNote(paper, run.note);
		return [
			{
				words: run.text,
				marks: marksOf(run),
				...(run.language && { language: languageOf(run.language) }),
				...targetOf(paper, run.href)
			}
		];
	});

/** Innermost first. A word that is struck out and underlined is refused: that it is struck out says more. */
function marksOf({ marks = [], href }: Extract<Run, { text: string }>): string[] {
	const all: string[] = marks.filter((mark) => mark !== 'underline');
	const isUnderlined = marks.includes('underline') || (href !== undefined && !href.startsWith('#'));
	return isUnderlined && !marks.includes('strike') ? [...all, 'underline'] : all;
}

/** A fragment leads to a section of this text, or nowhere. */
function targetOf({ sections }: PrintPaper, href: string | undefined): Drawn {
	if (!href?.startsWith('#')) return href ? { href } : {};
	const key = href.slice(1).replace(/^_/, '');
	return sections.has(key) ? { section: key } : {};
}

function drawnNote(paper: PrintSection, key: string): Drawn[] {
	const note = paper.notes.find((one) => one.key === key);
	if (!note) return [];
	const name = `${paper.prefix}-${key}`;
	if (paper.drawn.has(name)) return [{ again: name }];
	paper.drawn.add(name);
	const isRunning = note.blocks.every(({ kind }) => kind === 'paragraph' || kind === 'list');
	// what lies in a table or a frame is its words: a note has no room for more
	const words: Block[] = [{ kind: 'paragraph', runs: [{ text: plainOfBlocks(note.blocks) }] }];
	const [first, ...rest] = isRunning ? note.blocks : words;
	const begin = first?.kind === 'paragraph' ? first.runs : []; // beside its number
	const blocks = begin.length || !first ? rest : [first, ...rest];
	return [{ note: name, runs: drawnRuns(paper, begin), blocks: drawnBlocks(paper, blocks, true) }];
}

function drawnList(
	paper: PrintSection,
	{ format, start = 1, items }: Extract<Block, { kind: 'list' }>,
	isInCell: boolean
): Drawn {
	const isPlain = format === 'none';
	const isCounted = !isPlain && format !== 'bullet';
	const hasOwn = items.some(({ number }) => number !== undefined);
	const labelFor = ({ number }: Item, index: number) =>
		number ?? (isCounted ? `${labelOf(start + index, format)}.` : isPlain ? '' : '•');
	return {
		kind: 'list',
		isPlain,
		labels: isCounted || hasOwn ? items.map(labelFor) : null,
		items: items.map((item) => drawnBlocks(paper, item.blocks, isInCell))
	};
}

interface Placed {
	/** Its column, counted from 0. */
	x: number;
	cell: Cell;
	columns: number;
	rows: number;
}

function drawnTable(paper: PrintSection, { caption, head, body }: Extract<Block, { kind: 'table' }>): Drawn {
	const parts = [gridOf(head), gridOf(body)];
	const columns = Math.max(1, ...parts.map(({ width }) => width));
	const [inHead = [], inBody = []] = parts.map((part) => part.fill(columns));
	const drawn = ({ cell, columns, rows }: Placed): Drawn => ({
		columns,
		rows,
		isHead: cell.isHead ?? false,
		blocks: drawnBlocks(paper, cell.blocks, true)
	});
	return {
		kind: 'table',
		caption: caption ? drawnRuns(paper, caption) : null,
		widths: widthsOf([...inHead, ...inBody], columns),
		isRepeated: !head.flat().some(({ blocks }) => hasMoreThanWords(blocks)),
		head: inHead.map(drawn),
		body: inBody.map(drawn)
	};
}

const hasMoreThanWords = (blocks: Block[]): boolean =>
	blocks.some(
		(block) =>
			block.kind !== 'paragraph' || block.runs.some((run) => 'note' in run || ('href' in run && run.href))
	);

/**
 * The places of cells as HTML lays them: each at the first that is free in its row. What reaches beyond the last row, or into
 * another cell, is cut there, since an overlap is refused.
 */
function gridOf(rows: Cell[][]) {
	const taken = rows.map(() => new Set<number>());
	const placed = rows.map((row, y) => {
		let x = 0;
		return row.map((cell) => {
			while (taken[y]!.has(x)) x += 1;
			const isFree = (columns: number) => columns === 1 || !taken[y]!.has(x + columns - 1);
			let columns = 1;
			while (columns < (cell.columns ?? 1) && isFree(columns + 1)) columns += 1;
			const reach = Math.min(cell.rows ?? 1, rows.length - y);
			for (let down = y; down < y + reach; down++)
				for (let right = x; right < x + columns; right++) taken[down]!.add(right);
			return { x, cell, columns, rows: reach };
		});
	});
	return {
		width: Math.max(0, ...taken.flatMap((row) => [...row]).map((x) => x + 1)),
		/** All cells from left to right and down, with empty ones where nothing stands. */
		fill: (width: number): Placed[] =>
			placed.flatMap((row, y) => {
				const free = Array.from({ length: width }, (_, x) => x).filter((x) => !taken[y]!.has(x));
				const empty = free.map((x) => ({ x, cell: { blocks: [] }, columns: 1, rows: 1 }));
				return [...row, ...empty].sort((one, other) => one.x - other.x);
			})
	};
}

/** How wide columns are to each other: as their longest word asks, and the more the more they hold. */
function widthsOf(cells: Placed[], columns: number): number[] {
	const widths = Array<number>(columns).fill(4);
	for (const { x, cell, columns: reach } of cells) {
		if (reach > 1) continue;
		const words = plainOfBlocks(cell.blocks);
		const longest = Math.max(0, ...wordsOf(words).map((word) => word.length));
		widths[x] = Math.max(widths[x]!, Math.min(longest, 16), Math.sqrt(words.length) * 2);
	}
	return widths.map(Math.round);
}

function drawnImage(
	paper: PrintSection,
	{ file, alt, caption }: Extract<Block, { kind: 'image' }>,
	isInCell: boolean
): Drawn {
	const picture = paper.pictures.get(file);
	if (!picture) {
		const words = `[${alt || paper.noAlt}]`;
		const runs = [{ words, marks: [] }, ...(caption ? [{ break: true }, ...drawnRuns(paper, caption)] : [])];
		return { kind: 'paragraph', runs };
	}
	const { width, height } = imageSize(picture.bytes);
	const scale = Math.min(pointsPerPixel, page.width / width, page.height / height);
	return {
		kind: 'image',
		path: picture.path,
		width: isInCell ? null : Math.round(width * scale),
		alt: alt === '' ? null : (alt ?? paper.noAlt),
		caption: caption ? drawnRuns(paper, caption) : null
	};
}
