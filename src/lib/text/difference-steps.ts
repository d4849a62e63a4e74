import { commonOf, heaviest, type Pair } from './common.ts';
import { bagOf, bestPairs, likePairs, type Bag } from './likeness.ts';

/*
 * The difference of two rows of things that have words: blocks, items, rows, cells, notes. First what has the same words, then what
 * is alike, then what is left of both and stands elsewhere.
 */

/** From one row to the other; in order, those with `before` are what was, those with `after` what is. */
export type Step<Thing, Change> =
	/** The same; `before` only where it is not the same to the letter. */
	| { kind: 'kept'; before?: Thing; after: Thing }
	| { kind: 'changed'; change: Change }
	| { kind: 'added'; after: Thing }
	| { kind: 'removed'; before: Thing }
	/** It stands elsewhere now: at the step `moved` with the same number. */
	| { kind: 'left'; move: number; before: Thing }
	| { kind: 'moved'; move: number; after: Thing; change?: Change };

export interface Way<Thing, Change> {
	/** Only things of one family can become each other. */
	family: (thing: Thing) => string;
	words: (thing: Thing) => string[];
	/** What is told apart beyond words, e.g. the file of an image. */
	sign?: (thing: Thing) => string;
	/** What changed, or nothing where both are alike. */
	compare: (before: Thing, after: Thing) => Change | undefined;
	/** Whether the place says what belongs together where both rows are equally long. */
	byPlace?: boolean;
}

interface Entry {
	family: string;
	print: string;
	bag: Bag;
}

/** So alike must be what is said to be the same thing in its place, and so alike what has moved. */
const leastHere = 0.4;
const leastElsewhere = 0.7;
/** Things of so few words become each other where they stand alone between the same neighbours. */
const fewWords = 4;

const isSmall = (entry: Entry | undefined) => entry !== undefined && entry.bag.size <= fewWords;

function pairsBetween(was: Entry[], is: Entry[], least: number): Pair[] {
	const pairs = likePairs(
		was.map((entry) => entry.bag),
		is.map((entry) => entry.bag),
		least
	);
	return pairs.filter((pair) => was[pair.from]?.family === is[pair.to]?.family);
}

/** Pairs what is alike within a gap, in order, and small things that stand at the same place of it. */
function fill(was: Entry[], is: Entry[], from: number, low: number, heirs: Int32Array) {
	const chosen = heaviest(pairsBetween(was, is, leastHere));
	let [start, least] = [0, 0];
	for (const pair of [...chosen, { from: was.length, to: is.length }]) {
		const [left, right] = [was.slice(start, pair.from), is.slice(least, pair.to)];
		if (left.length === right.length) {
			for (const [at, entry] of left.entries()) {
				const heir = right[at];
				if (entry.family === heir?.family && isSmall(entry) && isSmall(heir))
					heirs[from + start + at] = low + least + at;
			}
		}
		if (pair.from < was.length) heirs[from + pair.from] = low + pair.to;
		[start, least] = [pair.from + 1, pair.to + 1];
	}
}

/** Which thing of the one row is which of the other, in order; -1 where none is. */
function inOrder(was: Entry[], is: Entry[]): Int32Array {
	const heirs = commonOf(
		was.map((entry) => entry.print),
		is.map((entry) => entry.print)
	);
	let [from, low] = [0, 0];
	for (let at = 0; at <= was.length; at += 1) {
		const to = at === was.length ? is.length : (heirs[at] ?? -1);
		if (to < 0) continue;
		if (from < at && low < to) fill(was.slice(from, at), is.slice(low, to), from, low, heirs);
		[from, low] = [at + 1, to + 1];
	}
	return heirs;
}

/** What is left of both rows and is the same, or nearly. */
function elsewhere(was: Entry[], is: Entry[], heirs: Int32Array): Map<number, number> {
	const taken = new Set(heirs);
	const gone = [...was.keys()].filter((at) => heirs[at] === -1 && (was[at]?.bag.size ?? 0) > 0);
	const come = [...is.keys()].filter((at) => !taken.has(at) && (is[at]?.bag.size ?? 0) > 0);
	const pairs = pairsBetween(
		gone.map((at) => was[at] as Entry),
		come.map((at) => is[at] as Entry),
		leastElsewhere
	);
	const places = pairs.map((pair) => ({
		from: gone[pair.from] ?? 0,
		to: come[pair.to] ?? 0,
		weight: pair.weight
	}));
	const sure = places.filter(
		({ from, to }) => was[from]?.print === is[to]?.print || (was[from]?.bag.size ?? 0) > fewWords
	);
	return new Map(bestPairs(sure).map(({ from, to }) => [from, to]));
}

/** Where two things pair; used alone to find out which note is which. */
export function heirsOf<Thing, Change>(before: Thing[], after: Thing[], way: Way<Thing, Change>) {
	const entryOf = (thing: Thing): Entry => {
		const words = way.words(thing);
		const family = way.family(thing);
		return { family, print: JSON.stringify([family, way.sign?.(thing), words.join(' ')]), bag: bagOf(words) };
	};
	const [was, is] = [before.map(entryOf), after.map(entryOf)];
	const areInPlace =
		way.byPlace && was.length === is.length && was.every((entry, at) => entry.family === is[at]?.family);
	const here = areInPlace ? Int32Array.from(was.keys()) : inOrder(was, is);
	return { here, moved: elsewhere(was, is, here) };
}

/** The steps from one row to the other. */
export function stepsOf<Thing, Change>(
	before: Thing[],
	after: Thing[],
	way: Way<Thing, Change>
): Step<Thing, Change>[] {
	const { here, moved } = heirsOf(before, after, way);
	const numbers = new Map(
		[...moved.values()].toSorted((one, other) => one - other).map((to, at) => [to, at + 1])
	);
	const origins = new Map([...moved].map(([from, to]) => [to, from]));
	const steps: Step<Thing, Change>[] = [];
	/* What is the same to the letter is the same, unless it is the place of a note, which may be another one by now. */
	const changeOf = (was: Thing, is: Thing) => {
		const letters = JSON.stringify(was);
		return letters === JSON.stringify(is) && !letters.includes('"note":') ? undefined : way.compare(was, is);
	};
	const come = (to: number) => {
		const [move, origin, thing] = [numbers.get(to), origins.get(to), after[to] as Thing];
		if (move === undefined || origin === undefined) return steps.push({ kind: 'added', after: thing });
		const change = changeOf(before[origin] as Thing, thing);
		return steps.push({ kind: 'moved', move, after: thing, ...(change ? { change } : {}) });
	};
	let low = 0;
	for (const [from, was] of before.entries()) {
		const to = here[from] ?? -1;
		const heir = moved.get(from);
		if (to < 0) {
			const move = heir === undefined ? undefined : numbers.get(heir);
			steps.push(move === undefined ? { kind: 'removed', before: was } : { kind: 'left', move, before: was });
			continue;
		}
		for (; low < to; low += 1) come(low);
		low = to + 1;
		const is = after[to] as Thing;
		const change = changeOf(was, is);
		const isSame = !change && JSON.stringify(was) === JSON.stringify(is);
		steps.push(
			change ? { kind: 'changed', change } : { kind: 'kept', ...(isSame ? {} : { before: was }), after: is }
		);
	}
	for (; low < after.length; low += 1) come(low);
	return steps;
}
