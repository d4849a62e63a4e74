import type { Section } from './block.ts';
import { bagOf, bestPairs, candidatesOf, likeness, shared, type Bag } from './likeness.ts';
import { alikeForm, plainOf, plainOfBlocks, wordsOf } from './plain.ts';

/*
 * Which section is which by what stands in it. Only sections that share rare words are compared, so that the work does not grow
 * with the square of their number.
 */

/** What a section is known by. */
export interface Traits {
	section: Section;
	heading: string;
	words: string;
	bag: Bag;
	/** Three words in a row each: what two texts share of these they do not share by chance. */
	shingles: Bag;
	blocks: Set<string>;
	/** The place of the section above, -1 for a chapter. */
	parent: number;
	/** Its heading. */
	chapter: string;
}

function traitsOf(sections: Section[]): Traits[] {
	const above: { level: number; place: number }[] = [];
	const headings = sections.map((section) => alikeForm(section.heading).toLowerCase());
	return sections.map((section, place) => {
		const words = wordsOf(alikeForm(plainOf(section.text)));
		while ((above.at(-1)?.level ?? 0) >= section.level) above.pop();
		const parent = above.at(-1)?.place ?? -1;
		above.push({ level: section.level, place });
		return {
			section,
			heading: headings[place] ?? '',
			words: words.join(' '),
			bag: bagOf(words),
			shingles: bagOf(words.slice(2).map((word, at) => `${words[at]} ${words[at + 1]} ${word}`)),
			blocks: new Set(section.text.blocks.map((block) => alikeForm(plainOfBlocks([block])))),
			parent,
			chapter: headings[parent] ?? ''
		};
	});
}

/** So much of its words must a section share with one of the same heading, or of another, to be the same. */
const leastNamesake = 0.15;
const leastLike = 0.45;
/** So much of a section must stand in another to be a part of it, and so many shingles at least. */
const leastPart = 0.5;
const fewShingles = 5;

/** The heirs found so far: one main heir for each, and parts. */
export interface Found {
	before: Traits[];
	after: Traits[];
	heirs: Map<number, number>;
	ancestors: Map<number, number>;
	parts: { from: number; to: number }[];
}

const openBefore = (found: Found) => [...found.before.keys()].filter((place) => !found.heirs.has(place));
const openAfter = (found: Found) => [...found.after.keys()].filter((place) => !found.ancestors.has(place));

function pair(found: Found, from: number, to: number) {
	found.heirs.set(from, to);
	found.ancestors.set(to, from);
}

/** Pairs what has the same name, in order. */
function pairByName(found: Found, name: (traits: Traits) => string | undefined) {
	const waiting = new Map<string, number[]>();
	for (const place of openBefore(found)) {
		const own = name(found.before[place] as Traits);
		if (own !== undefined) waiting.set(own, [...(waiting.get(own) ?? []), place]);
	}
	for (const place of openAfter(found)) {
		const from = waiting.get(name(found.after[place] as Traits) ?? '')?.shift();
		if (from !== undefined) pair(found, from, place);
	}
}

const traitsAt = (all: Traits[], places: number[]) => places.map((place) => all[place] as Traits);

/** Pairs what is alike, the most alike first. A namesake needs less. */
function pairByLikeness(found: Found) {
	const [gone, come] = [openBefore(found), openAfter(found)];
	const [was, is] = [traitsAt(found.before, gone), traitsAt(found.after, come)];
	const candidates = candidatesOf(
		was.map((one) => one.shingles),
		is.map((one) => one.shingles)
	);
	const namesakes = Map.groupBy(is.keys(), (at) => is[at]?.heading);
	const timesBefore = bagOf(was.map((one) => one.heading)).words;
	const pairs = was.flatMap((one, from) => {
		const named = namesakes.get(one.heading) ?? [];
		const isOnlyName = named.length === 1 && timesBefore.get(one.heading) === 1;
		return [...new Set([...(candidates[from] ?? []), ...named.slice(0, 6)])].flatMap((to) => {
			const other = is[to] as Traits;
			const isNamesake = one.heading === other.heading;
			const isBelowNamesake = one.chapter === other.chapter;
			const like = likeness(one.bag, other.bag);
			const hasParts = shared(one.shingles, other.shingles) >= Math.min(3, one.shingles.size);
			const isLike = isNamesake
				? like >= leastNamesake && (hasParts || isBelowNamesake || isOnlyName)
				: like >= leastLike && hasParts;
			return isLike
				? [{ from, to, weight: like + (isNamesake ? 0.3 : 0) + (isBelowNamesake ? 0.1 : 0) }]
				: [];
		});
	});
	for (const { from, to } of bestPairs(pairs)) pair(found, gone[from] ?? 0, come[to] ?? 0);
}

/** Of many wholes the one in which most of a part stands. */
function wholeFor(part: Traits, wholes: Traits[], candidates: number[]): number | undefined {
	let [best, most] = [-1, 0];
	for (const at of candidates) {
		const count = shared(part.shingles, (wholes[at] as Traits).shingles);
		if (count > most) [best, most] = [at, count];
	}
	return most >= fewShingles && most >= leastPart * part.shingles.size ? best : undefined;
}

/** What came from the text of a section that goes on, and what went into the text of another. */
function findParts(found: Found) {
	const shinglesOf = (all: Traits[]) => all.map((one) => one.shingles);
	const [gone, come] = [openBefore(found), openAfter(found)];
	const [was, is] = [traitsAt(found.before, gone), traitsAt(found.after, come)];
	const wholesBefore = candidatesOf(shinglesOf(is), shinglesOf(found.before));
	const wholesAfter = candidatesOf(shinglesOf(was), shinglesOf(found.after));
	for (const [at, part] of is.entries()) {
		const from = wholeFor(part, found.before, wholesBefore[at] ?? []);
		if (from !== undefined) found.parts.push({ from, to: come[at] ?? 0 });
	}
	for (const [at, part] of was.entries()) {
		const to = wholeFor(part, found.after, wholesAfter[at] ?? []);
		const from = gone[at] ?? 0;
		if (to !== undefined && !found.parts.some((one) => one.from === from && one.to === to))
			found.parts.push({ from, to });
	}
}

/** Pairs what nothing speaks for but its surroundings: the heading below the same chapter, or the chapter of the same sections. */
function pairBySurroundings(found: Found) {
	const partOf = (side: 'from' | 'to') => new Set(found.parts.map((part) => part[side]));
	const [splits, merges] = [partOf('from'), partOf('to')];
	const gone = openBefore(found).filter((place) => !splits.has(place));
	for (const from of gone) {
		const one = found.before[from] as Traits;
		const parent = one.parent < 0 ? -1 : found.heirs.get(one.parent);
		const below = [...found.heirs].filter(([child]) => found.before[child]?.parent === from);
		const chapters = below.map(([, heir]) => found.after[heir]?.parent ?? -1);
		const to = openAfter(found).find((place) => {
			const other = found.after[place] as Traits;
			if (merges.has(place)) return false;
			const isNamesake = one.heading === other.heading && other.parent === parent;
			const isChapter = chapters.filter((chapter) => chapter === place).length * 2 > chapters.length;
			return isNamesake || (isChapter && one.bag.size === 0 && other.bag.size === 0);
		});
		if (to !== undefined) pair(found, from, to);
	}
}

/** The heirs of sections: by key, by heading and words, by what is alike, by their surroundings. */
export function findHeirs(before: Section[], after: Section[]): Found {
	const found: Found = {
		before: traitsOf(before),
		after: traitsOf(after),
		heirs: new Map(),
		ancestors: new Map(),
		parts: []
	};
	pairByName(found, ({ section }) => section.key);
	pairByName(found, ({ chapter, heading, words }) => JSON.stringify([chapter, heading, words]));
	pairByName(found, ({ heading, words }) => JSON.stringify([heading, words]));
	pairByName(found, ({ words, shingles }) => (shingles.size >= fewShingles ? words : undefined));
	pairByLikeness(found);
	findParts(found);
	pairBySurroundings(found);
	return found;
}
