/*
 * What two rows of names have in common, in the same order (E. W. Myers, An O(ND) Difference Algorithm and Its Variations,
 * Algorithmica 1, 1986). Written here because fast-myers-diff, small and quick, knows no limit of work.
 */

/** The most steps forth and back before a stretch counts as quite different. Work grows with length × this. */
const mostSteps = 1_500;

/** Where each name of `before` is in `after`, -1 where it is not. */
export function commonOf(before: string[], after: string[]): Int32Array {
	const names = new Map<string, number>();
	const numbered = (all: string[]) =>
		Int32Array.from(all, (name) => {
			const number = names.get(name) ?? names.size;
			names.set(name, number);
			return number;
		});
	const found = new Int32Array(before.length).fill(-1);
	const stretches: Stretch[] = [{ from: 0, to: before.length, low: 0, high: after.length }];
	const [one, other] = [numbered(before), numbered(after)];
	for (let stretch = stretches.pop(); stretch; stretch = stretches.pop()) {
		const inner = trimmed(one, other, stretch, found);
		if (inner.from === inner.to || inner.low === inner.high || within(one, other, inner, found)) continue;
		stretches.push(...between(one, other, inner, found));
	}
	return found;
}

/** `before` from `from` to `to`, and `after` from `low` to `high`. */
interface Stretch {
	from: number;
	to: number;
	low: number;
	high: number;
}

/** Takes what is the same at both ends. */
function trimmed(one: Int32Array, other: Int32Array, stretch: Stretch, found: Int32Array): Stretch {
	let { from, to, low, high } = stretch;
	while (from < to && low < high && one[from] === other[low]) found[from++] = low++;
	while (from < to && low < high && one[to - 1] === other[high - 1]) found[--to] = --high;
	return { from, to, low, high };
}

/** Finds the longest row of common names, or gives up where it takes too many steps. */
function within(
	one: Int32Array,
	other: Int32Array,
	{ from, to, low, high }: Stretch,
	found: Int32Array
): boolean {
	const [length, width] = [to - from, high - low];
	const most = Math.min(length + width, mostSteps);
	const reached = new Int32Array(2 * most + 3);
	const trace: Int32Array[] = [];
	for (let steps = 0; steps <= most; steps += 1) {
		for (let way = -steps; way <= steps; way += 2) {
			const [left, right] = [reached[most + way] ?? 0, reached[most + way + 2] ?? 0];
			let x = way === -steps || (way !== steps && left < right) ? right : left + 1;
			while (x < length && x - way < width && one[from + x] === other[low + x - way]) x += 1;
			reached[most + way + 1] = x;
			if (x < length || x - way < width) continue;
			retrace(trace, steps, { x, way, from, low }, found);
			return true;
		}
		trace.push(reached.slice(most - steps + 1, most + steps + 2));
	}
	return false;
}

/** Goes back the way that was found and notes what was common on it. */
function retrace(
	trace: Int32Array[],
	steps: number,
	end: { x: number; way: number; from: number; low: number },
	found: Int32Array
) {
	let { x, way } = end;
	for (let left = steps; left >= 0; left -= 1) {
		const before = trace[left - 1];
		/* The row of `left - 1` steps holds the ways from -(left - 1) to left - 1. */
		const at = (one: number) => before?.[one + left - 1] ?? 0;
		const isDown = way === -left || (way !== left && at(way - 1) < at(way + 1));
		const start = left === 0 ? 0 : isDown ? at(way + 1) : at(way - 1) + 1;
		for (; x > start; x -= 1) found[end.from + x - 1] = end.low + x - 1 - way;
		if (left > 0 && !isDown) x -= 1;
		way += isDown ? 1 : -1;
	}
}

/** The stretches between names that both have once, in order; none where there is no such name. */
function between(
	one: Int32Array,
	other: Int32Array,
	{ from, to, low, high }: Stretch,
	found: Int32Array
): Stretch[] {
	const places = (row: Int32Array, start: number, end: number) => {
		const all = new Map<number, number>();
		for (let at = start; at < end; at += 1) all.set(row[at] ?? 0, all.has(row[at] ?? 0) ? -1 : at);
		return all;
	};
	const once = places(other, low, high);
	const pairs = [...places(one, from, to)]
		.map(([name, at]): Pair => ({ from: at, to: once.get(name) ?? -1, weight: 1 }))
		.filter((pair) => pair.from >= 0 && pair.to >= 0);
	const stretches: Stretch[] = [];
	const last = { from, low };
	const chosen = heaviest(pairs);
	for (const pair of chosen) {
		found[pair.from] = pair.to;
		stretches.push({ from: last.from, to: pair.from, low: last.low, high: pair.to });
		Object.assign(last, { from: pair.from + 1, low: pair.to + 1 });
	}
	return chosen.length > 0 ? [...stretches, { from: last.from, to, low: last.low, high }] : [];
}

/** Two places that belong together, and how much. */
export interface Pair {
	from: number;
	to: number;
	weight: number;
}

/** Of many pairs those that stand in the same order on both sides and weigh most together. */
export function heaviest(pairs: Pair[]): Pair[] {
	const sorted = pairs.toSorted((one, other) => one.from - other.from || other.to - one.to);
	const width = sorted.reduce((most, pair) => Math.max(most, pair.to + 1), 0);
	/* A tree of best ends (P. M. Fenwick): each holds the best chain that ends in its part. */
	const tree = new Int32Array(width + 1).fill(-1);
	const weights = new Float64Array(sorted.length);
	const previous = new Int32Array(sorted.length).fill(-1);
	const weightOf = (at: number) => (at < 0 ? 0 : (weights[at] ?? 0));
	let best = -1;
	for (const [at, pair] of sorted.entries()) {
		let end = -1;
		for (let place = pair.to; place > 0; place -= place & -place) {
			if (weightOf(tree[place] ?? -1) > weightOf(end)) end = tree[place] ?? -1;
		}
		weights[at] = weightOf(end) + pair.weight;
		previous[at] = end;
		for (let place = pair.to + 1; place <= width; place += place & -place) {
			if (weightOf(at) > weightOf(tree[place] ?? -1)) tree[place] = at;
		}
		if (weightOf(at) > weightOf(best)) best = at;
	}
	const chain: Pair[] = [];
	for (let at = best; at >= 0; at = previous[at] ?? -1) chain.push(sorted[at] as Pair);
	return chain.toReversed();
}
