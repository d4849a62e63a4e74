import type { Pair } from './common.ts';

/*
 * How alike two wordings are by their words, and which of many belong together.
 */

/** How often a wording has each of its words. */
export interface Bag {
	words: Map<string, number>;
	size: number;
}

export function bagOf(words: string[]): Bag {
	const bag: Bag = { words: new Map(), size: words.length };
	for (const word of words) bag.words.set(word, (bag.words.get(word) ?? 0) + 1);
	return bag;
}

/** How many words both have. */
export function shared(one: Bag, other: Bag): number {
	const [small, large] = one.words.size <= other.words.size ? [one, other] : [other, one];
	let count = 0;
	for (const [word, times] of small.words) count += Math.min(times, large.words.get(word) ?? 0);
	return count;
}

/** From 0, nothing in common, to 1, the same words (L. R. Dice, Ecology 26, 1945). */
export const likeness = (one: Bag, other: Bag): number =>
	one.size + other.size === 0 ? 0 : (2 * shared(one, other)) / (one.size + other.size);

/** Up to so many pairs each is looked at. */
const fewPairs = 2_000;
/** A word that more wordings have tells nothing about any of them. */
const mostHolders = 20;
/** Of so many that share rare words each is looked at. */
const mostCandidates = 6;

/** For each wording the ones it may belong to; among many those with which it shares the most rare words. */
export function candidatesOf(before: Bag[], after: Bag[]): number[][] {
	if (before.length * after.length <= fewPairs) return before.map(() => [...after.keys()]);
	const holders = new Map<string, number[]>();
	for (const [at, bag] of after.entries()) {
		for (const word of bag.words.keys()) {
			const all = holders.get(word);
			if (!all) holders.set(word, [at]);
			else if (all.length <= mostHolders) all.push(at);
		}
	}
	return before.map((bag) => {
		const counts = new Map<number, number>();
		for (const word of bag.words.keys()) {
			const all = holders.get(word) ?? [];
			if (all.length > mostHolders) continue;
			for (const at of all) counts.set(at, (counts.get(at) ?? 0) + 1 / all.length);
		}
		const sorted = [...counts].toSorted(([, one], [, other]) => other - one);
		return sorted.slice(0, mostCandidates).map(([at]) => at);
	});
}

/** Pairs that are at least so alike; each wording may be in several. */
export function likePairs(before: Bag[], after: Bag[], least: number): Pair[] {
	const candidates = candidatesOf(before, after);
	return before.flatMap((bag, from) =>
		(candidates[from] ?? [])
			.map((to) => ({ from, to, weight: likeness(bag, after[to] as Bag) }))
			.filter((pair) => pair.weight >= least)
	);
}

/** The most alike first, and each only once. */
export function bestPairs(pairs: Pair[]): Pair[] {
	const [froms, tos] = [new Set<number>(), new Set<number>()];
	return pairs
		.toSorted((one, other) => other.weight - one.weight || one.from - other.from || one.to - other.to)
		.filter(({ from, to }) => {
			if (froms.has(from) || tos.has(to)) return false;
			froms.add(from);
			tos.add(to);
			return true;
		});
}
