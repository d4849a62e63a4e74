import { describe, expect, test } from 'vitest';
import { changesOf, countsOf, type ComparedSections, type Standing } from './comparison.ts';
import { countsInWords } from './comparison-words.ts';
import { differencesOf } from './differences.ts';

const section = (id: string, level = 1): Standing => ({
	id,
	key: `key-${id}`,
	level,
	number: null,
	heading: `Abschnitt ${id}`
});

/** `a>a` came over, `a>b!` with other words. */
const compared = (
	before: string,
	after: string,
	ways: string,
	reasons: ComparedSections['reasons'] = {}
): ComparedSections => ({
	before: [...before].map((id) => section(id)),
	after: [...after].map((id) => section(id)),
	ways: ways
		.split(' ')
		.filter(Boolean)
		.map((way) => ({ from: way[0]!, to: way[2]!, isChanged: way.endsWith('!') })),
	reasons
});

const told = (given: ComparedSections) =>
	changesOf(given).map(({ key, fates, isWorded }) => [key, fates.map(({ fate }) => fate).join(), isWorded]);

describe('what changed between two versions', () => {
	test('nothing, where all came over as it was', () => {
		expect(told(compared('abc', 'abc', 'a>a b>b c>c'))).toEqual([]);
	});

	test('words, place, what is new, and what is gone at the end', () => {
		const given = compared('abcd', 'bnad', 'a>a b>b! d>d', { c: 'Steht jetzt im Gesetz.' });
		expect(told(given)).toEqual([
			['key-b', 'moved', true],
			['key-n', 'added', false],
			['key-c', 'removed', false]
		]);
		expect(changesOf(given).at(-1)!.fates[0]!.reason).toBe('Steht jetzt im Gesetz.');
	});

	test('what was divided is one change, and what was put together', () => {
		expect(told(compared('ab', 'axb', 'a>a! a>x! b>b'))).toEqual([['key-a', 'split,split', true]]);
		expect(told(compared('abc', 'ac', 'a>a! b>a! c>c'))).toEqual([['key-a', 'merged,merged', true]]);
	});

	test('what was divided and in part put to another one belongs together', () => {
		const [change, ...rest] = changesOf(compared('abc', 'abc', 'a>a! a>b! b>b! c>c'));
		expect(rest).toEqual([]);
		expect(change!.before.map(({ id }) => id)).toEqual(['a', 'b']);
		expect(change!.after.map(({ id }) => id)).toEqual(['a', 'b']);
	});

	test('every section is told of once, however they are mixed', () => {
		const changes = changesOf(compared('abcdef', 'fxbyaz', 'a>a! b>x! c>x! d>y! d>z! f>f'));
		const after = changes.flatMap((change) => change.after.map(({ id }) => id));
		const before = changes.flatMap((change) => change.before.map(({ id }) => id));
		expect(new Set(after).size).toBe(after.length);
		expect(new Set(before).size).toBe(before.length);
		expect(before).toContain('e');
	});
});

test('the sentence counts each change once', () => {
	const changes = changesOf(compared('abcd', 'axbn', 'a>a! a>x! b>b!'));
	expect(countsOf(changes)).toEqual({ arranged: 1, changed: 1, added: 1, removed: 2 });
	expect(countsInWords(countsOf(changes))).toBe(
		'5 Abschnitte sind anders: 1 geändert, 1 geteilt oder zusammengelegt, 1 neu und 2 weggefallen.'
	);
	expect(countsInWords({})).toBe('Nichts: Alle Abschnitte sind gleich geblieben.');
});

test('what was put together is compared as a whole: no word of it is new', () => {
	const said = (heading: string, ...words: string[]) => ({
		level: 1,
		heading,
		body: { blocks: words.map((text) => ({ kind: 'paragraph' as const, runs: [{ text }] })), notes: [] }
	});
	const [found] = differencesOf([
		{
			before: [said('Bus', 'Der Bus fährt bis 16 Uhr.'), said('Bahn', 'Die Bahn fährt stündlich.')],
			after: [said('Bus', 'Der Bus fährt bis 16 Uhr.', 'Bahn', 'Die Bahn fährt stündlich.')]
		}
	]);
	expect(found!.sum).toEqual({ added: 0, removed: 0, isChanged: true });
});
