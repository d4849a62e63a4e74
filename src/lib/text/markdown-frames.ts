import type { MarkdownIt, StateBlock } from 'markdown-it';
import { deepest } from './block.ts';
import { frameOf } from './notation.ts';

/*
 * Blocks of our notation for markdown-it: headings of nine levels, boxes and tables in frames, notes. None of them gives up what
 * stands in it: what is not understood is left to the paragraph.
 */

/** What the rules tell each other and the reader. */
export interface Reading {
	/** How many blocks lie around the line that is read. */
	depth: number;
	/** Keys of the notes that the text has. */
	notes: Set<string>;
	doubts: Doubt[];
	/** Where frames close, as far as it was looked for. */
	frames: Map<string, number | undefined>;
	references?: Record<string, { title: string; href: string }>;
	[other: string | symbol]: unknown;
}

export interface Doubt {
	/** Counted from 1. */
	line: number;
	/** What looks like notation and was not understood; the words are there as typed. */
	what: 'html' | 'rule' | 'frame' | 'link' | 'image' | 'note' | 'braces' | 'depth' | 'title';
}

export const readingOf = (state: { env: unknown }) => state.env as Reading;

/** The words of a line without its indent. */
export const lineAt = (state: StateBlock, line: number): string =>
	state.src.slice((state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0), state.eMarks[line]);

/** How far a line is indented within what it lies in. */
export const indentAt = (state: StateBlock, line: number): number =>
	(state.sCount[line] ?? 0) - state.blkIndent;

/** Whether what begins here would lie too deep. */
export const isTooDeep = (state: StateBlock): boolean => readingOf(state).depth + 1 >= deepest;

type Rule = (state: StateBlock, start: number, end: number, isSilent: boolean) => boolean;

/** A rule of markdown-it that stops at our depth; its own limit drops the rest of the text. */
function stopAtDepth(md: MarkdownIt, name: string) {
	const ruler = md.block.ruler;
	const found = ruler.__rules__[ruler.__find__(name)];
	if (!found) throw new Error(`markdown-it has no rule ${name}`);
	const { fn, alt } = found;
	const rule: Rule = (state, start, end, isSilent) => {
		if (isTooDeep(state)) {
			if (!isSilent && fn(state, start, end, true))
				readingOf(state).doubts.push({ line: start + 1, what: 'depth' });
			return false;
		}
		if (isSilent) return fn(state, start, end, true);
		readingOf(state).depth += 1;
		const isRead = fn(state, start, end, false);
		readingOf(state).depth -= 1;
		return isRead;
	};
	ruler.at(name, rule, { alt });
}

const heading: Rule = (state, start, _end, isSilent) => {
	if (indentAt(state, start) >= 4) return false;
	const [, signs, rest = ''] = /^(#{1,9})(?:[ \t]+(.*))?$/s.exec(lineAt(state, start)) ?? [];
	if (!signs) return false;
	if (isSilent) return true;
	state.line = start + 1;
	const open = state.push('heading_open', `h${signs.length}`, 1);
	open.map = [start, state.line];
	const words = state.push('inline', '', 0);
	words.content = withoutClosing(rest.trim());
	words.map = [start, state.line];
	words.children = [];
	state.push('heading_close', `h${signs.length}`, -1);
	return true;
};

/** `## Bus ##` is `## Bus`. */
function withoutClosing(words: string): string {
	let end = words.length;
	while (words[end - 1] === '#') end -= 1;
	return end === 0 || /[ \t]/.test(words[end - 1] ?? '') ? words.slice(0, end).trimEnd() : words;
}

/** `***` and its like part passages in print; the signs stay as they were typed. `- - -` is a list in lists. */
const rule: Rule = (state, start, _end, isSilent) => {
	const line = lineAt(state, start);
	if (indentAt(state, start) >= 4 || !/^(?:\*[ \t]*){3,}$|^(?:_[ \t]*){3,}$/.test(line)) return false;
	if (isSilent) return true;
	state.line = start + 1;
	readingOf(state).doubts.push({ line: start + 1, what: 'rule' });
	state.push('paragraph_open', 'p', 1);
	const words = state.push('inline', '', 0);
	words.content = line.trim().replace(/[*_]/g, '\\$&');
	words.map = [start, state.line];
	words.children = [];
	state.push('paragraph_close', 'p', -1);
	return true;
};

/** The line that closes the frame which opens here. Each line of what it lies in is looked at once. */
function closeOf(state: StateBlock, start: number, end: number): number | undefined {
	const indent = state.sCount[start];
	const { frames } = readingOf(state);
	const keyOf = (line: number) => `${line} ${end} ${state.blkIndent} ${indent}`;
	if (frames.has(keyOf(start))) return frames.get(keyOf(start));
	const open: number[] = [];
	for (let line = start; line < end; line += 1) {
		if (indentAt(state, line) < 0 && !state.isEmpty(line)) break;
		if (
			state.sCount[line] !== indent ||
			state.src[(state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0)] !== ':'
		)
			continue;
		const words = lineAt(state, line);
		if (frameOf(words)) {
			open.push(line);
			frames.set(keyOf(line), undefined);
		} else if (/^:{3,}[ \t]*$/.test(words) && open.length > 0) frames.set(keyOf(open.pop() as number), line);
	}
	return frames.get(keyOf(start));
}

/** `::: Kasten` to `:::`. What is not closed is none. */
const frame: Rule = (state, start, end, isSilent) => {
	const opened = indentAt(state, start) < 4 ? frameOf(lineAt(state, start)) : undefined;
	if (!opened || isTooDeep(state)) return false;
	const last = closeOf(state, start, end);
	if (last === undefined) return false;
	if (isSilent) return true;
	const { lineMax, parentType } = state;
	state.lineMax = last;
	state.parentType = 'frame';
	const token = state.push('frame_open', 'div', 1);
	token.meta = { ...opened };
	token.map = [start, last];
	/* Rows and cells are lists in a list, and one level of the text. */
	const deeper = opened.kind === 'box' ? 1 : -1;
	readingOf(state).depth += deeper;
	state.md.block.tokenize(state, start + 1, last);
	readingOf(state).depth -= deeper;
	state.push('frame_close', 'div', -1);
	state.lineMax = lineMax;
	state.parentType = parentType;
	state.line = last + 1;
	return true;
};

/** `[^1]: …`, with everything below that is indented by four. A second note of the same key stays text. */
const note: Rule = (state, start, end, isSilent) => {
	const [sign, key = ''] = /^\[\^([a-z0-9-]{1,64})\]:[ \t]*/i.exec(lineAt(state, start)) ?? [];
	if (!sign || indentAt(state, start) >= 4) return false;
	/* It ends what lies in another note. */
	if (isSilent && indentAt(state, start) < 0) return true;
	if (state.level > 0) return false;
	const { notes, doubts } = readingOf(state);
	if (notes.has(key)) {
		doubts.push({ line: start + 1, what: 'note' });
		return false;
	}
	if (isSilent) return true;
	notes.add(key);
	const { blkIndent, parentType } = state;
	const kept = [state.bMarks[start], state.tShift[start], state.sCount[start]] as const;
	state.blkIndent += 4;
	state.parentType = 'note';
	state.bMarks[start] = (kept[0] ?? 0) + (kept[1] ?? 0) + sign.length;
	state.tShift[start] = 0;
	state.sCount[start] = state.blkIndent;
	const token = state.push('note_open', 'aside', 1);
	token.meta = { key };
	token.map = [start, start + 1];
	state.md.block.tokenize(state, start, end);
	state.push('note_close', 'aside', -1);
	[state.bMarks[start], state.tShift[start], state.sCount[start]] = kept as unknown as [
		number,
		number,
		number
	];
	state.blkIndent = blkIndent;
	state.parentType = parentType;
	return true;
};

/** Teaches a reader our frames, notes and nine headings. */
export function framesFor(md: MarkdownIt) {
	stopAtDepth(md, 'blockquote');
	stopAtDepth(md, 'list');
	const alt = ['paragraph', 'reference', 'blockquote', 'list'];
	md.block.ruler.at('heading', heading, { alt: alt.slice(0, 3) });
	md.block.ruler.before('blockquote', 'frame', frame, { alt });
	md.block.ruler.before('list', 'starred', rule, { alt });
	md.block.ruler.before('reference', 'note', note, { alt: alt.slice(0, 2) });
	md.disable(['code', 'hr', 'html_block']);
}
