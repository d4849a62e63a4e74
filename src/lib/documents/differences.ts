import type { Text } from '#lib/text/block.ts';
import { sumOf, type ChangeSum } from '#lib/text/difference-count.ts';
import { differenceOf, type Difference } from '#lib/text/difference.ts';
import { wholeOf } from '#lib/text/sections.ts';

/*
 * What is done in a thread: two long texts that have little in common ask for seconds.
 */

export type Worded = { level: number; heading: string; body: Text };
export type Pair = { before: Worded[]; after: Worded[] };

/** Sections as one text, the headings in it: a heading that changed, or became a line, is part of the difference. */
export const textOf = (sections: Worded[]): Text =>
	wholeOf(sections.map(({ level, heading, body }) => ({ level, heading, text: body })));

/** What changed in each of these, and how much. */
export const differencesOf = (pairs: Pair[]): { difference: Difference; sum: ChangeSum }[] =>
	pairs.map(({ before, after }) => {
		const difference = differenceOf(textOf(before), textOf(after));
		return { difference, sum: sumOf(difference) };
	});

/** How much changed in each of these. */
export const sumsOf = (pairs: Pair[]): ChangeSum[] => differencesOf(pairs).map(({ sum }) => sum);
