import type { Block, Run, Text } from './block.ts';

/*
 * The words of a text without how they are set: for reading times, searching, quoting and comparing.
 */

/** Inside a word: 1.234,5 · Rad- und Fußweg · Bürger:innen · Bürger*innen · geht’s. A slash parts words. */
const wordPattern =
	/[\p{L}\p{N}\p{M}]+(?:(?:[-\u2010\u2011'’:*_·]|(?<=\p{N})[.,](?=\p{N}))[\p{L}\p{N}\p{M}]+)*/u.source;

/** One word, all neighbouring white space, or one other sign. */
const tokenPattern = new RegExp(`${wordPattern}|\\s+|.`, 'gsu');

/** Cuts a wording into words, white space and single signs; joined they are the wording again. */
export const tokensOf = (wording: string): string[] => wording.match(tokenPattern) ?? [];

/** Whether a token of `tokensOf` is a word. */
const isWord = (token: string) => /^[\p{L}\p{N}\p{M}]/u.test(token);

/** The words of a wording, without white space and punctuation. */
export const wordsOf = (wording: string): string[] => tokensOf(wording).filter(isWord);

/**
 * A wording as it is kept: NFC, without soft hyphens, byte order marks and what no sign stands for. Ends of line and tabs become
 * spaces. No-break spaces and hyphens stay.
 */
export const clean = (wording: string): string =>
	wording
		.replace(/[\t\n\v\f\r\u0085\u2028\u2029]+/g, ' ')
		.replace(/[\p{Cc}\p{Cs}\u00AD\uFEFF]/gu, '')
		.normalize('NFC');

/** The form in which two wordings are compared: white space is one space, whether it breaks or not; so are hyphens. */
export const alikeForm = (wording: string): string =>
	clean(wording)
		.replace(/\s+/g, ' ')
		.replace(/[\u2010\u2011]/g, '-')
		.trim();

/** Whether two wordings are the same but for white space and signs that do not break. */
export const alike = (one: string, other: string): boolean => alikeForm(one) === alikeForm(other);

/** The words of running text; an end of line stays one. */
export const plainOfRuns = (runs: Run[]): string =>
	runs.map((run) => ('text' in run ? run.text : 'break' in run ? '\n' : '')).join('');

function* wordings(block: Block): Generator<string> {
	switch (block.kind) {
		case 'paragraph':
		case 'heading':
			yield plainOfRuns(block.runs);
			break;
		case 'list':
			for (const item of block.items) yield* wordingsOf(item.blocks);
			break;
		case 'table':
			if (block.caption) yield plainOfRuns(block.caption);
			for (const cell of [...block.head, ...block.body].flat()) yield* wordingsOf(cell.blocks);
			break;
		case 'image':
			if (block.alt) yield block.alt;
			if (block.caption) yield plainOfRuns(block.caption);
			break;
		case 'quote':
		case 'box':
			yield* wordingsOf(block.blocks);
	}
}

function* wordingsOf(blocks: Block[]): Generator<string> {
	for (const block of blocks) yield* wordings(block);
}

/** The words of blocks in the order in which they are read, one block a line. Counts and numbers are not words. */
export const plainOfBlocks = (blocks: Block[]): string =>
	[...wordingsOf(blocks)].filter((wording) => wording !== '').join('\n');

/** The words of a text in the order in which they are read, one block a line, the notes at the end. */
export const plainOf = (text: Text): string =>
	plainOfBlocks([...text.blocks, ...text.notes.flatMap((note) => note.blocks)]);
