import MarkdownIt, { type Token } from 'markdown-it';
import type { Block, Note, Run } from './block.ts';
import { framesFor, type Reading } from './markdown-frames.ts';
import { doubtsOf, runsOf } from './markdown-in-runs.ts';
import { listsFor } from './markdown-lists.ts';
import { spansFor } from './markdown-spans.ts';
import { bracesAt, isNoNumber, numberOf } from './notation.ts';

/*
 * The walk through what markdown-it found, and the blocks in which no other lies.
 */

const reader = new MarkdownIt({ html: false, maxNesting: 100 });
framesFor(reader);
listsFor(reader);
spansFor(reader);

/** A number that may stand before a heading without braces: `3`, `6.2.1`, `6.2.1.`, `A.`, `IV.`, `§ 3a`. */
export const plainNumber = /^(?:\d{1,3}(?:\.\d{1,3}){0,8}\.?|[A-Z]\.|[IVXL]{2,6}\.|§ ?\d{1,4}[a-z]?)(?=\s|$)/;

/** Where the walk through what markdown-it found has come to. */
export interface Walk {
	tokens: Token[];
	at: number;
	reading: Reading;
	notes: Note[];
}

export const next = (walk: Walk): Token => walk.tokens[walk.at++] as Token;
export const isNext = (walk: Walk, type: string) => walk.tokens[walk.at]?.type === type;
export const lineOf = (token: Token) => (token.map?.[0] ?? 0) + 1;

function spansIn(walk: Walk, words: Token, content = words.content): Token[] {
	const spans: Token[] = [];
	reader.inline.parse(content, reader, walk.reading, spans);
	walk.reading.doubts.push(...doubtsOf(spans, lineOf(words)));
	return spans;
}

export const runsIn = (walk: Walk, words: Token, content = words.content): Run[] =>
	runsOf(spansIn(walk, words, content));

/** Takes what the braces at the start of an item, cell or note say, where they mean something. */
export function takeBraces<T>(walk: Walk, meaning: (phrases: string[]) => T | undefined): T | undefined {
	const words = isNext(walk, 'paragraph_open') ? walk.tokens[walk.at + 1] : undefined;
	const braces = bracesAt(words?.content ?? '', 0);
	const meant = braces && meaning(braces.phrases);
	if (words && braces && meant !== undefined) words.content = words.content.slice(braces.end).trim();
	return meant;
}

/** A paragraph, or the image that stands alone in it, with a caption where it follows in the next line. */
export function paragraphOf(walk: Walk, words: Token): Block[] {
	if (words.content === '') return [];
	const spans = spansIn(walk, words);
	const [image, end, ...rest] = spans;
	if (image?.type !== 'image') return [{ kind: 'paragraph', runs: runsOf(spans) }];
	const { file, alt } = image.meta as { file: string; alt?: string };
	const [first] = rest;
	if (end?.type === 'softbreak' && first) first.content = first.content.slice(2);
	const caption = first ? { caption: runsOf(rest) } : {};
	return [{ kind: 'image', file, ...(alt === undefined ? {} : { alt }), ...caption }];
}

export function headingOf(walk: Walk, open: Token): Block {
	const words = next(walk);
	next(walk);
	let { content } = words;
	let number: string | undefined;
	const [, before, braced] = /^(.*?)(?:^|\s)(\{(?:[^{}\\]|\\.)*\})$/s.exec(content) ?? [];
	const said = braced ? bracesAt(braced, 0)?.phrases : undefined;
	const isWithout = said !== undefined && isNoNumber(said);
	if (said) number = numberOf(said);
	if (number !== undefined || isWithout) content = (before ?? '').trim();
	else {
		number = plainNumber.exec(content)?.[0];
		content = content.slice(number?.length ?? 0).trim();
	}
	const level = Number(open.tag.slice(1));
	return { kind: 'heading', level, ...(number ? { number } : {}), runs: runsIn(walk, words, content) };
}

/** Lines of code, each ended where it ended. */
export const codeOf = (fence: Token): Block => ({
	kind: 'paragraph',
	runs: fence.content.split('\n').flatMap((text): Run[] => [{ text, marks: ['code'] }, { break: true }])
});

export const walkOf = (source: string, keys: Set<string>): Walk => {
	const reading: Reading = { depth: 0, notes: keys, doubts: [], frames: new Map() };
	return { tokens: reader.parse(source, reading), at: 0, reading, notes: [] };
};

/** The runs of a source that is the words of a heading or of a cell. */
export function lineIn(source: string, keys: Set<string>): Run[] | undefined {
	const spans: Token[] = [];
	reader.inline.parse(source, reader, { notes: keys }, spans);
	return spans.some((span) => span.type === 'image') ? undefined : runsOf(spans);
}
