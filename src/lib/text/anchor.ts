import * as z from 'zod';
import type { Text } from './block.ts';
import { heirsIn, type KeyedSection, type Lineage } from './lineage.ts';
import { alikeForm, isWord, plainOf, tokensOf } from './plain.ts';

/*
 * A place in a version of a document that somebody said something about. It keeps the words as they were, so that it can always be
 * said what became of them.
 */

export const anchorSchema = z.strictObject({
	/** Which version of the document it was. */
	version: z.string().max(64),
	/** Key of the section in that version. */
	section: z.string().max(64),
	/** The words that are meant; empty where it is the whole section. */
	quote: z.string().max(20_000),
	/** A few words before and after, which tell one place from another with the same words. */
	before: z.string().max(300),
	after: z.string().max(300)
});
export type Anchor = z.infer<typeof anchorSchema>;
type Quoted = Pick<Anchor, 'quote' | 'before' | 'after'>;

/** Where words stand in `plainOf(text)`, from sign to sign. */
export type Found = { state: 'exact' | 'changed'; start: number; end: number } | { state: 'gone' };

interface Token {
	name: string;
	start: number;
	end: number;
}

/** Words and signs without white space, and where they stand. */
function tokensIn(wording: string): Token[] {
	let at = 0;
	const tokens: Token[] = [];
	for (const token of tokensOf(wording)) {
		const name = alikeForm(token);
		if (name !== '') tokens.push({ name, start: at, end: at + token.length });
		at += token.length;
	}
	return tokens;
}

/** Makes an anchor from signs of `plainOf(text)`, with up to six words of either side. */
export function anchorAt(
	text: Text,
	start: number,
	end: number,
	place: Pick<Anchor, 'version' | 'section'>
): Anchor {
	const plain = plainOf(text);
	const around = (wording: string, side: 'before' | 'after') => {
		const tokens = tokensIn(wording);
		const near = side === 'before' ? tokens.slice(-6) : tokens.slice(0, 6);
		return wording.slice(near[0]?.start ?? 0, near.at(-1)?.end ?? 0).slice(0, 300);
	};
	return {
		...place,
		quote: plain.slice(start, end),
		before: around(plain.slice(0, start), 'before'),
		after: around(plain.slice(end), 'after')
	};
}

/** Where a row of names stands in another (D. E. Knuth, J. H. Morris, V. R. Pratt, SIAM J. Comput. 6, 1977). */
function placesOf(row: string[], part: string[]): number[] {
	const back = [0];
	for (let at = 1, same = 0; at < part.length; at += 1) {
		while (same > 0 && part[at] !== part[same]) same = back[same - 1] ?? 0;
		if (part[at] === part[same]) same += 1;
		back.push(same);
	}
	const places: number[] = [];
	for (let at = 0, same = 0; at < row.length; at += 1) {
		while (same > 0 && (same === part.length || row[at] !== part[same])) same = back[same - 1] ?? 0;
		if (row[at] === part[same]) same += 1;
		if (same === part.length) places.push(at - same + 1);
	}
	return places;
}

/** How many names next to a place are those that stood next to the words. */
function nearness(names: string[], start: number, end: number, before: string[], after: string[]): number {
	let count = 0;
	for (let at = 1; at <= before.length && names[start - at] === before.at(-at); at += 1) count += 1;
	for (let at = 0; at < after.length && names[end + at] === after[at]; at += 1) count += 1;
	return count;
}

/** So much of the words must still be there, in a stretch that is not much longer. */
const leastLeft = 0.6;

/** The stretch as long as the quote in which most of its words are. */
function likest(names: string[], quote: string[]): { start: number; end: number } | undefined {
	const wanted = new Map<string, number>();
	for (const name of quote) wanted.set(name, (wanted.get(name) ?? 0) + 1);
	const words = quote.filter(isWord).length;
	const reach = quote.length;
	const left = new Map(wanted);
	const take = (name: string | undefined, by: 1 | -1) => {
		if (name === undefined || !wanted.has(name)) return 0;
		const now = (left.get(name) ?? 0) - by;
		left.set(name, now);
		if (!isWord(name)) return 0;
		return by === 1 ? (now >= 0 ? 1 : 0) : now > 0 ? -1 : 0;
	};
	let [held, most, best] = [0, 0, -1];
	for (let end = 0; end < names.length; end += 1) {
		held += take(names[end], 1);
		if (end >= reach) held += take(names[end - reach], -1);
		if (held > most) [most, best] = [held, end];
	}
	if (words === 0 || most < leastLeft * words) return undefined;
	const isWanted = (name = '') => wanted.has(name) && isWord(name);
	let [start, end] = [Math.max(0, best - reach + 1), best + 1];
	while (start < end && !isWanted(names[start])) start += 1;
	while (end > start && !isWanted(names[end - 1])) end -= 1;
	return { start, end };
}

/** What stands between the words that were before and after, where both are there once and near each other. */
function between(names: string[], before: string[], after: string[], length: number) {
	if (before.length < 3 || after.length < 3) return undefined;
	const [starts, ends] = [placesOf(names, before), placesOf(names, after)];
	const [start, end] = [(starts[0] ?? 0) + before.length, ends[0] ?? 0];
	const isNear = end > start && end - start <= 2 * length + 4;
	return starts.length === 1 && ends.length === 1 && isNear ? { start, end } : undefined;
}

/** Words that changed: what stands in their place and has one of them, else what is like them, else what stands in their place. */
function changed(names: string[], quote: string[], before: string[], after: string[]) {
	const there = between(names, before, after, quote.length);
	const words = new Set(quote.filter(isWord));
	if (there && names.slice(there.start, there.end).some((name) => words.has(name))) return there;
	return likest(names, quote) ?? there;
}

/**
 * Where the words of an anchor stand in a text: to the letter but for white space and signs that do not break, else the stretch that
 * has become of them, else they are gone. Where they stand more than once, the words around decide. An empty quote is the whole text.
 */
export function findQuote(text: Text, anchor: Quoted): Found {
	const plain = plainOf(text);
	const tokens = tokensIn(plain);
	const names = tokens.map((token) => token.name);
	const [quote, before, after] = [anchor.quote, anchor.before, anchor.after].map((part) =>
		tokensIn(part).map((token) => token.name)
	) as [string[], string[], string[]];
	if (quote.length === 0) return { state: 'exact', start: 0, end: plain.length };
	const foundAt = (state: 'exact' | 'changed', start: number, end: number): Found => ({
		state,
		start: tokens[start]?.start ?? 0,
		end: tokens[end - 1]?.end ?? 0
	});
	const places = placesOf(names, quote);
	if (places.length > 0) {
		const near = places.map((at) => nearness(names, at, at + quote.length, before, after));
		const at = places[near.indexOf(Math.max(...near))] ?? 0;
		return foundAt('exact', at, at + quote.length);
	}
	const stretch = changed(names, quote, before, after);
	return stretch ? foundAt('changed', stretch.start, stretch.end) : { state: 'gone' };
}

export interface Standing {
	/** Of several that hold the gravest: removed, split or merged, changed, moved. */
	state: 'unchanged' | 'text changed' | 'moved' | 'split' | 'merged' | 'removed';
	/** Whether anything in the section changed, also where the words of the anchor did not. */
	isSectionChanged: boolean;
	/** What the section has become, and where the words stand in each; the heir that has them first. */
	heirs: { key: string; found: Found }[];
}

/** What became of an anchor in a later version. A section that no row knows counts as removed. */
export function standing(
	anchor: Quoted & Pick<Anchor, 'section'>,
	lineage: Lineage,
	sections: KeyedSection[]
): Standing {
	const rows = lineage.filter((row) => row.from === anchor.section && row.to !== undefined);
	const order = { exact: 0, changed: 1, gone: 2 };
	const heirs = heirsIn(lineage, anchor.section)
		.flatMap((key) => sections.find((section) => section.key === key) ?? [])
		.map(({ key, text }) => ({ key, found: findQuote(text, anchor) }))
		.toSorted((one, other) => order[one.found.state] - order[other.found.state]);
	const isSectionChanged = rows.some((row) => row.isChanged);
	const isWhole = alikeForm(anchor.quote) === '';
	const fate = rows.find((row) => row.fate !== 'kept')?.fate;
	const isTextChanged = isWhole ? isSectionChanged : heirs[0]?.found.state !== 'exact';
	const state = (): Standing['state'] => {
		if (heirs.length === 0) return 'removed';
		if (fate === 'split' || fate === 'merged') return fate;
		if (isTextChanged) return 'text changed';
		return fate === 'moved' ? 'moved' : 'unchanged';
	};
	return { state: state(), isSectionChanged, heirs };
}
