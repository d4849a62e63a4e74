import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { text as randomText } from '../../../tests/texts/random.ts';
import type { Block, Text } from './block.ts';
import { alike, clean, plainOf, tokensOf, wordsOf } from './plain.ts';
import { tidy } from './tidy.ts';

const paragraph = (text: string): Block => ({ kind: 'paragraph', runs: [{ text }] });
const textOf = (...blocks: Block[]): Text => ({ blocks, notes: [] });

test('words hold together what readers hold together', () => {
	expect(
		wordsOf('Die Bürger*innen (und Ärzt:innen) zahlen 1.234,5 € für Ruf-Bus/Bahn, z. B. geht’s.')
	).toEqual('Die Bürger*innen und Ärzt:innen zahlen 1.234,5 für Ruf-Bus Bahn z B geht’s'.split(' '));
	fc.assert(fc.property(fc.string({ unit: 'binary' }), (wording) => tokensOf(wording).join('') === wording));
});

test('the words of a text come in the order in which they are read', () => {
	const text: Text = {
		blocks: [
			{ kind: 'heading', level: 1, number: '1', runs: [{ text: 'Mobilität' }] },
			{
				kind: 'paragraph',
				runs: [
					{ text: 'Der ' },
					{ text: 'Bus', marks: ['strong'] },
					{ note: 'a' },
					{ break: true },
					{ text: 'fährt' }
				]
			},
			{
				kind: 'list',
				format: 'decimal',
				items: [{ blocks: [paragraph('eins')] }, { number: '§ 2', blocks: [paragraph('zwei')] }]
			},
			{
				kind: 'table',
				caption: [{ text: 'Tabelle 1' }],
				head: [[{ blocks: [paragraph('Ort')] }]],
				body: [[{ blocks: [paragraph('Harz')] }]]
			},
			{ kind: 'image', file: 'x', alt: 'Karte', caption: [{ text: 'Abb. 1' }] },
			{ kind: 'box', blocks: [{ kind: 'quote', blocks: [paragraph('innen')] }] }
		],
		notes: [{ key: 'a', place: 'foot', blocks: [paragraph('Anmerkung')] }]
	};
	expect(plainOf(text).split('\n')).toEqual([
		'Mobilität',
		'Der Bus',
		'fährt',
		'eins',
		'zwei',
		'Tabelle 1',
		'Ort',
		'Harz',
		'Karte',
		'Abb. 1',
		'innen',
		'Anmerkung'
	]);
});

test('what no sign stands for goes, what does not break stays and counts as its plain form', () => {
	expect(clean('Tages\u00adpflege\ufeff\u0007 u\u0308ber\t10\u00a0km\ud800')).toBe(
		'Tagespflege über 10\u00a0km'
	);
	expect(alike('10\u00a0km Rad\u2011 und\u202fFußweg', ' 10 km  Rad- und\nFußweg')).toBe(true);
	expect(alike('Bus', 'Busse')).toBe(false);
	expect(alike('zusammen', 'zu sammen')).toBe(false);
});

test('runs that are set alike are joined, and spaces set as their neighbours', () => {
	const runs = [
		{ text: ' Der ', marks: ['strong' as const] },
		{ text: '' },
		{ text: ' Bus\u00ad ', marks: ['strong' as const] },
		{ text: 'fährt', marks: [] },
		{ note: 'nirgends' },
		{ break: true as const },
		{ text: ' ' }
	];
	expect(tidy(textOf({ kind: 'paragraph', runs })).blocks).toStrictEqual([
		{ kind: 'paragraph', runs: [{ text: 'Der Bus', marks: ['strong'] }, { text: ' fährt' }] }
	]);
});

test('empty blocks go, empty items and cells stay', () => {
	const empty: Block = { kind: 'paragraph', runs: [{ text: ' ' }] };
	expect(
		tidy(
			textOf(
				empty,
				{ kind: 'box', blocks: [empty] },
				{ kind: 'list', format: 'bullet', start: 3, items: [{ number: ' ', blocks: [empty] }] },
				{ kind: 'table', head: [[]], body: [[{ blocks: [empty] }]] },
				{ kind: 'table', head: [], body: [[]] }
			)
		).blocks
	).toStrictEqual([
		{ kind: 'list', format: 'bullet', items: [{ blocks: [] }] },
		{ kind: 'table', head: [], body: [[{ blocks: [] }]] }
	]);
});

test('notes stand in the order of their places', () => {
	const note = (key: string, blocks: Block[] = []) => ({ key, place: 'foot' as const, blocks });
	const place = (key: string): Block => ({ kind: 'paragraph', runs: [{ note: key }] });
	const text = {
		blocks: [place('c'), place('a')],
		notes: [note('a'), note('b'), note('c', [place('d')]), note('d')]
	};
	expect(tidy(text).notes.map((one) => one.key)).toEqual(['c', 'a', 'd', 'b']);
});

test('tidying twice changes nothing, and no word is lost', () => {
	fc.assert(
		fc.property(randomText, (text) => {
			const once = tidy(text);
			expect(tidy(once)).toStrictEqual(once);
			const signs = (one: Text) => [...wordsOf(clean(plainOf(one))).join('')].toSorted().join('');
			expect(signs(once)).toBe(signs(text));
		}),
		{ numRuns: 300 }
	);
});
