import type { MarkdownIt, StateBlock } from 'markdown-it';
import { indentAt, isTooDeep, lineAt, readingOf } from './markdown-frames.ts';
import { begins, signAt, type Sign } from './numeral.ts';

/*
 * Lists whose items are counted by letters or Roman numerals, and tables of one line a row, for markdown-it.
 */

const columnOf = (state: StateBlock, line: number, from: number, column: number) => {
	let at = from;
	let reached = column;
	for (; at < (state.eMarks[line] ?? 0); at += 1) {
		const sign = state.src[at];
		if (sign === '\t') reached += 4 - ((reached + (state.bsCount[line] ?? 0)) % 4);
		else if (sign === ' ') reached += 1;
		else break;
	}
	return { at, reached };
};

/** Reads one item, whose sign begins at `line`, as markdown-it reads those of other lists; afterwards `state.line` is the next line. */
function readItem(state: StateBlock, line: number, end: number, sign: Sign) {
	const begin = (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0);
	const initial = (state.sCount[line] ?? 0) + sign.wording.length;
	const { at, reached } = columnOf(state, line, begin + sign.wording.length, initial);
	const isEmpty = at >= (state.eMarks[line] ?? 0);
	const gap = reached - initial;
	const { listIndent } = state;
	const kept = [state.tShift[line] ?? 0, state.sCount[line] ?? 0] as const;
	state.listIndent = state.blkIndent;
	state.blkIndent = initial + (isEmpty || gap > 4 ? 1 : gap);
	state.tShift[line] = at - (state.bMarks[line] ?? 0);
	state.sCount[line] = reached;
	state.push('list_item_open', 'li', 1).map = [line, line + 1];
	if (isEmpty && state.isEmpty(line + 1)) state.line = Math.min(state.line + 2, end);
	else state.md.block.tokenize(state, line, end);
	state.push('list_item_close', 'li', -1);
	state.blkIndent = state.listIndent;
	state.listIndent = listIndent;
	[state.tShift[line], state.sCount[line]] = kept;
}

/** The sign of the next item of a list, where the list goes on. */
function nextSign(state: StateBlock, end: number, first: Sign): Sign | undefined {
	const { line } = state;
	if (line >= end || indentAt(state, line) < 0 || indentAt(state, line) >= 4) return undefined;
	const rules = state.md.block.ruler.getRules('list');
	if (rules.some((ends) => ends(state, line, end, true))) return undefined;
	const sign = signAt(lineAt(state, line));
	return sign && sign.format === first.format ? sign : undefined;
}

function lettered(state: StateBlock, start: number, end: number, isSilent: boolean): boolean {
	if (indentAt(state, start) >= 4 || isTooDeep(state)) return false;
	const first = signAt(lineAt(state, start));
	if (!first) return false;
	/* Below a paragraph within an item, any sign ends it. */
	if (isSilent && indentAt(state, start) < 0) return true;
	if (!begins(first)) return false;
	const endsParagraph = isSilent && state.parentType === 'paragraph';
	if (endsParagraph && (first.count !== 1 || lineAt(state, start).trim() === first.wording)) return false;
	if (isSilent) return true;
	const open = state.push('ordered_list_open', 'ol', 1);
	open.map = [start, start + 1];
	const { parentType } = state;
	state.parentType = 'list';
	readingOf(state).depth += 1;
	let sign: Sign | undefined = first;
	let second: Sign | undefined;
	for (let line = start; sign; line = state.line) {
		readItem(state, line, end, sign);
		sign = nextSign(state, end, first);
		second ??= sign;
	}
	readingOf(state).depth -= 1;
	state.parentType = parentType;
	state.push('ordered_list_close', 'ol', -1);
	/* Typed by hand: i), ii). A list of letters has j) after i). */
	const isRoman = /^i\)/i.test(first.wording) && /^ii\)/i.test(second?.wording ?? '');
	open.meta = isRoman
		? { format: first.format === 'lower-alpha' ? 'lower-roman' : 'upper-roman', start: 1 }
		: { format: first.format, start: first.count };
	return true;
}

/** The cells of a line; `\|` is a sign within a cell. */
function cellsOf(line: string): string[] {
	const cells = [''];
	const inner = line
		.trim()
		.replace(/^\|/, '')
		.replace(/(?<!\\)\|$/, '');
	for (const [at, part] of inner.split('|').entries()) {
		const last = cells.length - 1;
		const before = cells[last] ?? '';
		if (at === 0) cells[last] = part;
		else if (before.endsWith('\\')) cells[last] = `${before.slice(0, -1)}|${part}`;
		else cells.push(part);
	}
	return cells.map((cell) => cell.trim());
}

/** How many cells that a row does not have are made up: a short source must not make a long text. */
const mostMissing = 10_000;

function table(state: StateBlock, start: number, end: number, isSilent: boolean): boolean {
	if (start + 1 >= end || indentAt(state, start) >= 4 || isTooDeep(state)) return false;
	const [first, second] = [lineAt(state, start), lineAt(state, start + 1)];
	const isInside = indentAt(state, start + 1) >= 0 && indentAt(state, start + 1) < 4;
	if (!isInside || !first.includes('|') || !second.includes('|')) return false;
	const lines = cellsOf(second);
	if (
		!lines.every((line) => /^:?-+:?$/.test(line)) ||
		lines.length !== cellsOf(first).length ||
		lines.length > 100
	)
		return false;
	if (isSilent) return true;
	state.push('table_open', 'table', 1).map = [start, start + 2];
	const ends = state.md.block.ruler.getRules('blockquote');
	let missing = mostMissing;
	for (let line = start; line < end; line += 1) {
		state.line = line + 1;
		if (line === start + 1) continue;
		const words = lineAt(state, line);
		const isRow = indentAt(state, line) >= 0 && words.includes('|') && !words.startsWith(': ');
		const isOther = !words.startsWith('|') && ends.some((one) => one(state, line, end, true));
		if (line > start && (!isRow || isOther)) {
			state.line = line;
			break;
		}
		state.push('row_open', 'tr', 1);
		const cells = cellsOf(words);
		for (; cells.length < lines.length && missing > 0; missing -= 1) cells.push('');
		for (const cell of cells) {
			const token = state.push('inline', '', 0);
			token.content = cell;
			token.map = [line, line + 1];
			token.children = [];
		}
		state.push('row_close', 'tr', -1);
	}
	state.push('table_close', 'table', -1);
	return true;
}

/** Teaches a reader letters and Roman numerals, and tables that lose no cell. */
export function listsFor(md: MarkdownIt) {
	md.block.ruler.at('table', table, { alt: ['paragraph', 'reference'] });
	md.block.ruler.before('list', 'lettered', lettered, { alt: ['paragraph', 'reference', 'blockquote'] });
}
