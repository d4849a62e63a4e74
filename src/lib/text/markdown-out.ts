import type { Block, Cell, Item, Note, Text } from './block.ts';
import { runsToMarkdown } from './markdown-out-runs.ts';
import { plainNumber } from './markdown-walk.ts';
import {
	cellPhrases,
	countingPhrases,
	decorative,
	endNote,
	frameLine,
	inBraces,
	noNumber,
	numberPhrase
} from './notation.ts';
import { saysItself, signOf } from './numeral.ts';
import { tidy } from './tidy.ts';

type Of<Kind extends Block['kind']> = Extract<Block, { kind: Kind }>;
type Keys = Set<string>;

const indented = (source: string, by: string) => source.replace(/\n(?=[^\n])/g, `\n${by}`);

/** Blocks below a sign such as `-`, with what is said in braces before the first. */
function hung(sign: string, blocks: Block[], phrases: string[], keys: Keys, width = sign.length + 1): string {
	const inside = blocksToMarkdown(blocks, keys, true);
	const braces = phrases.length > 0 ? inBraces(phrases) : '';
	const between = braces === '' || inside === '' ? '' : blocks[0]?.kind === 'paragraph' ? ' ' : '\n\n';
	return indented(`${sign} ${braces}${between}${inside}`.trimEnd(), ' '.repeat(width));
}

function heading(block: Of<'heading'>, keys: Keys): string {
	const words = runsToMarkdown(block.runs, { keys, isOneLine: true });
	const { number } = block;
	const isPlain = number !== undefined && plainNumber.exec(number)?.[0] === number;
	const braces =
		number === undefined
			? plainNumber.test(words)
				? [noNumber]
				: []
			: isPlain
				? []
				: [numberPhrase(number)];
	const parts = [
		'#'.repeat(block.level),
		isPlain ? number : '',
		words,
		braces.length > 0 ? inBraces(braces) : ''
	];
	return parts.filter((part) => part !== '').join(' ');
}

const itemOf = (item: Item, sign: string, keys: Keys) =>
	hung(sign, item.blocks, item.number === undefined ? [] : [numberPhrase(item.number)], keys);

/** Items close together where each is one paragraph, perhaps with a list of such below. */
const listed = (items: string[]) => items.join(items.some((item) => item.includes('\n\n')) ? '\n\n' : '\n');

/** A list; `before` is the block before it, which it must be told from. */
function list(block: Of<'list'>, before: Block | undefined, keys: Keys): string {
	const { format, start = 1, items } = block;
	const isSaid = !saysItself(format, start);
	const sign = (at: number) => (isSaid ? '-' : signOf(format, start + at));
	const kindOf = (one: Of<'list'>) => (saysItself(one.format, one.start ?? 1) ? one.format : 'bullet');
	const isNeighbour = before?.kind === 'list' && kindOf(before) === kindOf(block);
	const count = isSaid ? { format, ...(start === 1 ? {} : { start }) } : {};
	const line = isSaid || isNeighbour ? `${inBraces(countingPhrases(count))}\n\n` : '';
	return line + listed(items.map((item, at) => itemOf(item, sign(at), keys)));
}

const isLine = (cell: Cell) =>
	cell.columns === undefined &&
	cell.rows === undefined &&
	cell.isHead === undefined &&
	(cell.blocks.length === 0 || (cell.blocks.length === 1 && cell.blocks[0]?.kind === 'paragraph'));

const isEmpty = (row: Cell[]) => row.every((cell) => cell.blocks.length === 0);

/** Whether a table can be written as one line a row. */
function isLined({ head, body }: Of<'table'>): boolean {
	const rows = [...head, ...body];
	const [first] = head;
	return (
		rows.length > 0 &&
		head.length <= 1 &&
		!(first && isEmpty(first)) &&
		rows.every((row) => row.length === rows[0]?.length && row.every(isLine))
	);
}

function lined({ head, body }: Of<'table'>, keys: Keys): string {
	const width = (head[0] ?? body[0])?.length ?? 0;
	const cell = ({ blocks: [only] }: Cell) =>
		only?.kind === 'paragraph'
			? runsToMarkdown(only.runs, { keys, isOneLine: true }).replaceAll('|', '\\|')
			: '';
	const row = (cells: string[]) => `| ${cells.join(' | ')} |`;
	const first = head[0]?.map(cell) ?? Array<string>(width).fill('');
	return [
		row(first),
		row(Array<string>(width).fill('---')),
		...body.map((cells) => row(cells.map(cell)))
	].join('\n');
}

/** A table as a list of rows, each a list of cells. */
function framed({ head, body }: Of<'table'>, keys: Keys): string {
	const rows = [...head, ...body].map((row) =>
		indented(`- ${listed(row.map((cell) => hung('-', cell.blocks, cellPhrases(cell), keys)))}`, '  ')
	);
	return [
		frameLine({ kind: 'table', heads: head.length }),
		...(rows.length > 0 ? [listed(rows)] : []),
		':::'
	].join('\n');
}

function image({ file, alt }: Of<'image'>): string {
	const words = (alt ?? '').replace(/[\\`*_[\]{}<&~^!|]/g, '\\$&');
	return `![${words}](${file})${alt === '' ? inBraces([decorative]) : ''}`;
}

function blockToMarkdown(block: Block, before: Block | undefined, keys: Keys): string {
	const caption =
		'caption' in block && block.caption ? runsToMarkdown(block.caption, { keys, isOneLine: false }) : '';
	const captioned = (source: string) => (caption === '' ? source : `${source}\n\n: ${caption}`);
	switch (block.kind) {
		case 'paragraph':
			return runsToMarkdown(block.runs, { keys, isOneLine: false });
		case 'heading':
			return heading(block, keys);
		case 'list':
			return list(block, before, keys);
		case 'table':
			return captioned(isLined(block) ? lined(block, keys) : framed(block, keys));
		case 'image':
			return captioned(image(block));
		case 'quote':
			return blocksToMarkdown(block.blocks, keys).replace(/^/gm, '> ').replace(/^> $/gm, '>');
		case 'box':
			return `${frameLine({ kind: 'box', heads: 0 })}\n${blocksToMarkdown(block.blocks, keys)}\n:::`;
	}
}

/** A list right below the paragraph of an item. */
const followsClosely = (block: Block | undefined, source: string) =>
	block?.kind === 'paragraph' && /^(?:-|1\.|[aA]\)|\([iI]\)) \S/.test(source);

function blocksToMarkdown(blocks: Block[], keys: Keys, isClose = false): string {
	return blocks.reduce((written, block, at) => {
		const source = blockToMarkdown(block, blocks[at - 1], keys);
		if (at === 0) return source;
		return written + (isClose && followsClosely(blocks[at - 1], source) ? '\n' : '\n\n') + source;
	}, '');
}

const noteToMarkdown = (note: Note, keys: Keys) =>
	hung(`[^${note.key}]:`, note.blocks, note.place === 'end' ? [endNote] : [], keys, 4);

/**
 * Writes a text as Markdown that `fromMarkdown` reads back as the same text. What people write by hand is ordinary Markdown; the
 * rest is our own notation (notation.ts).
 */
export function toMarkdown(text: Text): string {
	const { blocks, notes } = tidy(text);
	const keys = new Set(notes.map((note) => note.key));
	const parts = [blocksToMarkdown(blocks, keys), ...notes.map((note) => noteToMarkdown(note, keys))];
	return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}
