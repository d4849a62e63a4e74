import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { block, text as randomText } from '../../../tests/texts/random.ts';
import { deepest, depthOf, type Block, type Section, type Text } from './block.ts';
import { plainOf, wordsOf } from './plain.ts';
import { markdownOf, sectionsFromMarkdown, sectionsOf, wholeOf } from './sections.ts';
import { tidy } from './tidy.ts';

const p = (text: string): Block => ({ kind: 'paragraph', runs: [{ text }] });
const h = (level: number, text: string): Block => ({ kind: 'heading', level, runs: [{ text }] });

/** Texts with many headings. */
const divided = fc
	.record({
		text: randomText,
		blocks: fc.array(
			fc.oneof(
				block,
				fc.record({
					level: fc.integer({ min: 1, max: 9 }),
					word: fc.constantFrom('Bus', 'Bahn', '3 Säulen', 'Rad *neu*')
				})
			),
			{ maxLength: 8 }
		)
	})
	.map(({ text, blocks }): Text => ({
		notes: text.notes,
		blocks: [...text.blocks, ...blocks.map((one) => ('word' in one ? h(one.level, one.word) : one))]
	}))
	.filter((text) => depthOf(text) < deepest);

const signs = (text: Text) => [...wordsOf(plainOf(text)).join('')].toSorted().join('');

test('a document is divided at its headings, and no level is skipped', () => {
	const text: Text = {
		blocks: [
			p('davor'),
			h(1, 'eins'),
			p('a'),
			h(3, 'eins eins'),
			h(3, 'eins zwei'),
			p('b'),
			h(2, 'eins drei'),
			h(1, 'zwei')
		],
		notes: []
	};
	expect(sectionsOf(text, 'Vorbemerkung').map(({ level, heading }) => `${level} ${heading}`)).toEqual([
		'1 Vorbemerkung',
		'1 eins',
		'2 eins eins',
		'2 eins zwei',
		'2 eins drei',
		'1 zwei'
	]);
});

test('a note goes where its place is, also from a heading', () => {
	const note = (key: string, blocks: Block[] = []) => ({ key, place: 'foot' as const, blocks });
	const text: Text = {
		blocks: [
			{ kind: 'heading', level: 1, runs: [{ text: 'Bus' }, { note: 'b' }] },
			p('fährt'),
			h(1, 'Bahn'),
			{ kind: 'paragraph', runs: [{ note: 'a' }] }
		],
		notes: [note('a', [{ kind: 'paragraph', runs: [{ note: 'c' }] }]), note('b'), note('c'), note('d')]
	};
	const sections = sectionsOf(text, '');
	expect(sections.map((section) => section.text.notes.map((one) => one.key))).toEqual([
		['b'],
		['a', 'c', 'd']
	]);
	expect(sections[0]?.text.blocks).toEqual([{ kind: 'paragraph', runs: [{ note: 'b' }, { text: 'fährt' }] }]);
});

test('two notes with one key stay two', () => {
	const section = (word: string): Section => ({
		level: 1,
		heading: word,
		text: {
			blocks: [{ kind: 'paragraph', runs: [{ note: '1' }] }],
			notes: [{ key: '1', place: 'foot', blocks: [p(word)] }]
		}
	});
	const whole = wholeOf([section('Bus'), section('Bahn'), section('Bus')]);
	expect(whole.notes.map((note) => [note.key, note.blocks])).toEqual([
		['1', [p('Bus')]],
		['1-2', [p('Bahn')]]
	]);
	expect(sectionsOf(whole, '')[1]?.text.blocks).toEqual([{ kind: 'paragraph', runs: [{ note: '1-2' }] }]);
});

test('no word is lost by dividing and joining', () => {
	fc.assert(
		fc.property(divided, (text) => {
			const sections = sectionsOf(text, '');
			expect(signs(wholeOf(sections))).toBe(signs(tidy(text)));
			sections.forEach(({ level }, at) =>
				expect(level).toBeLessThanOrEqual((sections[at - 1]?.level ?? 0) + 1)
			);
			for (const { text: own } of sections) {
				expect(own).toStrictEqual(tidy(own));
				expect(own.blocks.every((one) => one.kind !== 'heading')).toBe(true);
			}
		}),
		{ numRuns: 150 }
	);
});

test('sections that are joined and divided again are the same, also through Markdown', () => {
	fc.assert(
		fc.property(divided, (text) => {
			const sections = sectionsOf(text, 'Vorbemerkung').filter(
				(section) => section.heading !== '' || section.number
			);
			const again = sectionsOf(wholeOf(sections), 'Vorbemerkung');
			expect(sectionsOf(wholeOf(again), 'Vorbemerkung')).toStrictEqual(again);
			expect(again.map(({ text: _, ...rest }) => rest)).toStrictEqual(
				sections.map(({ text: _, ...rest }) => rest)
			);
			expect(sectionsFromMarkdown(markdownOf(again), 'Vorbemerkung')).toMatchObject({ sections: again });
		}),
		{ numRuns: 150 }
	);
});
