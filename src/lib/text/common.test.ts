import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { commonOf, heaviest } from './common.ts';

const names = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 30 });

/** The length of the longest common row, the slow way. */
function longest(before: string[], after: string[]): number {
	const rows = [new Array<number>(after.length + 1).fill(0)];
	for (const name of before) {
		const row = [0];
		const last = rows.at(-1) ?? [];
		for (const [at, other] of after.entries()) {
			row.push(name === other ? (last[at] ?? 0) + 1 : Math.max(last[at + 1] ?? 0, row[at] ?? 0));
		}
		rows.push(row);
	}
	return rows.at(-1)?.at(-1) ?? 0;
}

test('what is common stands in the same order, is the same, and is as much as can be', () => {
	fc.assert(
		fc.property(names, names, (before, after) => {
			const found = [...commonOf(before, after).entries()].filter(([, at]) => at >= 0);
			for (const [from, to] of found) expect(before[from]).toBe(after[to]);
			expect(found.map(([, to]) => to)).toEqual(
				found.map(([, to]) => to).toSorted((one, other) => one - other)
			);
			expect(new Set(found.map(([, to]) => to)).size).toBe(found.length);
			expect(found.length).toBe(longest(before, after));
		}),
		{ numRuns: 2000 }
	);
});

test('two quite different rows get an answer, too', () => {
	const before = Array.from({ length: 6_000 }, (_, at) => `a${at}`);
	const after = Array.from({ length: 6_000 }, (_, at) => (at % 1_000 === 7 ? `a${at}` : `b${at}`));
	expect([...commonOf(before, after)].filter((at) => at >= 0)).toEqual([7, 1007, 2007, 3007, 4007, 5007]);
	expect(
		[
			...commonOf(
				before,
				before.map((name) => `${name}x`)
			)
		].every((at) => at === -1)
	).toBe(true);
});

test('of pairs that cross, those that weigh most stay', () => {
	const pairs = [
		{ from: 0, to: 2, weight: 0.9 },
		{ from: 1, to: 0, weight: 0.6 },
		{ from: 2, to: 1, weight: 0.6 },
		{ from: 2, to: 3, weight: 0.1 }
	];
	expect(heaviest(pairs)).toEqual([pairs[1], pairs[2]]);
});
