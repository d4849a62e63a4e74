import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { text as randomText } from '../../../tests/texts/random.ts';
import { deepest, depthOf, type Block, type Text } from './block.ts';
import { fromMarkdown } from './markdown-in.ts';
import { toMarkdown } from './markdown-out.ts';
import { plainOf } from './plain.ts';
import { textSchema } from './text-schema.ts';
import { tidy } from './tidy.ts';

const lines = (...all: string[]) => all.join('\n');
const blocksOf = (...source: string[]) => fromMarkdown(lines(...source)).text.blocks;
const p = (text: string): Block => ({ kind: 'paragraph', runs: [{ text }] });
const textOf = (...blocks: Block[]): Text => ({ blocks, notes: [] });

test('every text the model allows comes back from Markdown as it was', () => {
	fc.assert(
		fc.property(
			randomText.filter((text) => depthOf(text) <= deepest),
			(text) => {
				expect(fromMarkdown(toMarkdown(text)).text).toStrictEqual(tidy(text));
			}
		),
		{ numRuns: 250 }
	);
});

test('what people write every day is ordinary Markdown', () => {
	const source = lines(
		'# 6.2 Mobilität',
		'',
		'Der **Rufbus** fährt *samstags*, siehe [Fahrplan](https://kreis.example/plan).',
		'',
		'- Bus',
		'- Bahn',
		'  - Regionalbahn',
		'',
		'1. eins',
		'2. zwei',
		'',
		'a) klein',
		'b) klein',
		'',
		'| Ort | Angebot |',
		'| --- | --- |',
		'| Harz | Rufbus |',
		'',
		': Tabelle 1: Angebote',
		'',
		'> Zitat',
		'',
		'![Karte der Haltestellen](karte-1)',
		'',
		': Abb. 1',
		'',
		'Mehr dazu.[^1]',
		'',
		'[^1]: Stand 2026.',
		''
	);
	const { text, doubts } = fromMarkdown(source);
	expect(doubts).toEqual([]);
	expect(toMarkdown(text)).toBe(source);
	expect(text.blocks.map((block) => block.kind)).toEqual([
		'heading',
		'paragraph',
		'list',
		'list',
		'list',
		'table',
		'quote',
		'image',
		'paragraph'
	]);
});

test('what Markdown has no words for has ours', () => {
	const source = lines(
		'# Mobilität {Nr. Anlage 1}',
		'',
		'# 3 Säulen der Versorgung {ohne Nr.}',
		'',
		'[Bus]{unterstrichen}, [bonjour]{Sprache fr}, m^2^, CO~2~, ~~alt~~, `Code`\\',
		'neue Zeile[^1]',
		'',
		'(i) römisch',
		'(ii) römisch',
		'',
		'{Liste, A, ab 30}',
		'',
		'- groß',
		'',
		'{Liste}',
		'',
		'- eine andere',
		'',
		'{Liste, ohne Zeichen}',
		'',
		'- {Nr. § 3} Anspruch',
		'',
		'::: Tabelle, Kopfzeilen 2',
		'- - {Spalten 2} Angebot',
		'',
		'- - Bus',
		'  - Bahn',
		'',
		'- - {Kopf} Harz',
		'',
		'  - erster Absatz',
		'',
		'    zweiter Absatz',
		':::',
		'',
		': Tabelle 2',
		'',
		'::: Kasten',
		'Das ist wichtig.',
		':::',
		'',
		'![](zierde){schmückt}',
		'',
		'![](ohne-worte)',
		'',
		'|  |  |',
		'| --- | --- |',
		'| ohne Kopf | zwei{Umbruch}Zeilen |',
		'',
		'[^1]: {Endnote} Am Ende.',
		''
	);
	const { text, doubts } = fromMarkdown(source);
	expect(doubts).toEqual([]);
	expect(toMarkdown(text)).toBe(source);
	const cells = (...words: string[]) => words.map((word) => ({ blocks: [p(word)] }));
	expect(text.blocks).toMatchObject([
		{ kind: 'heading', number: 'Anlage 1', runs: [{ text: 'Mobilität' }] },
		{ kind: 'heading', runs: [{ text: '3 Säulen der Versorgung' }] },
		{ kind: 'paragraph' },
		{ format: 'lower-roman', items: [{}, {}] },
		{ format: 'upper-alpha', start: 30 },
		{ format: 'bullet' },
		{ format: 'none', items: [{ number: '§ 3', blocks: [p('Anspruch')] }] },
		{
			caption: [{ text: 'Tabelle 2' }],
			head: [[{ columns: 2, blocks: [p('Angebot')] }], cells('Bus', 'Bahn')],
			body: [[{ isHead: true }, { blocks: [p('erster Absatz'), p('zweiter Absatz')] }]]
		},
		{ kind: 'box', blocks: [p('Das ist wichtig.')] },
		{ file: 'zierde', alt: '' },
		{ file: 'ohne-worte' },
		{
			head: [],
			body: [[{}, { blocks: [{ runs: [{ text: 'zwei' }, { break: true }, { text: 'Zeilen' }] }] }]]
		}
	]);
	expect(text.blocks[10]).not.toHaveProperty('alt');
	expect(text.notes).toEqual([{ key: '1', place: 'end', blocks: [p('Am Ende.')] }]);
});

test('English words are understood too', () => {
	expect(blocksOf('[Bus]{underline, language en}')).toEqual([
		{ kind: 'paragraph', runs: [{ text: 'Bus', marks: ['underline'], language: 'en' }] }
	]);
	expect(blocksOf('::: box', 'Bus', ':::')).toEqual([{ kind: 'box', blocks: [p('Bus')] }]);
});

test('German as people type it keeps its signs', () => {
	for (const typed of [
		'Bürger*innen und Ärzt*innen, Bürger_innen und Ärzt_innen',
		'z. B. mit dem Bus',
		'i. d. R. samstags',
		'u. a. Rad- und Fußwege',
		'(c) Landkreis Harz',
		'ca. ~5 km, 3 < 4 & 5 > 2',
		'[Anm. d. Red.]',
		'Kosten: 5 * 3 = 15'
	]) {
		expect(blocksOf(typed)).toEqual([p(typed)]);
	}
});

test('numbers that no heading would carry stay words', () => {
	expect(blocksOf('# 2026 im Überblick')).toMatchObject([{ runs: [{ text: '2026 im Überblick' }] }]);
	expect(blocksOf('# § 3a Anspruch')).toMatchObject([{ number: '§ 3a', runs: [{ text: 'Anspruch' }] }]);
	expect(blocksOf('# IV. Teil')).toMatchObject([{ number: 'IV.', runs: [{ text: 'Teil' }] }]);
});

test('HTML stays words, and links lead nowhere but where they may', () => {
	const { text, doubts } = fromMarkdown(
		lines(
			'<script>alert(1)</script> <b onclick="x()">fett</b>',
			'',
			'<div>',
			'',
			'[x](javascript:alert(1)) [y](/bedarfe)'
		)
	);
	expect(text.blocks).toEqual([
		p('<script>alert(1)</script> <b onclick="x()">fett</b>'),
		p('<div>'),
		p('[x](javascript:alert(1)) [y](/bedarfe)')
	]);
	expect(doubts).toEqual([
		{ line: 1, what: 'html' },
		{ line: 3, what: 'html' },
		{ line: 5, what: 'link' }
	]);
});

test('what is not understood stays as typed and is named with its line', () => {
	const { text, doubts } = fromMarkdown(
		lines(
			'[Bus]{blau} und [^9]',
			'',
			'::: Kasten',
			'',
			'offen',
			'',
			'***',
			'',
			'mitten ![Karte](k1) darin',
			'',
			'::: Tabelle',
			'keine Liste',
			':::',
			'',
			'[^a]: eins',
			'[^a]: zwei'
		)
	);
	expect(plainOf(text).split('\n')).toEqual([
		'[Bus]{blau} und [^9]',
		'::: Kasten',
		'offen',
		'***',
		'mitten ![Karte](k1) darin',
		'keine Liste',
		': zwei',
		'eins'
	]);
	expect(doubts.map(({ line, what }) => `${line} ${what}`)).toEqual([
		'1 braces',
		'1 note',
		'3 frame',
		'7 rule',
		'9 image',
		'11 frame',
		'16 note'
	]);
});

test('a row with too many cells loses none', () => {
	expect(blocksOf('| a | b |', '|---|---|', '| 1 | 2 | 3 |', '| 4 |')).toMatchObject([
		{
			body: [
				[{ blocks: [p('1')] }, { blocks: [p('2')] }, { blocks: [p('3')] }],
				[{ blocks: [p('4')] }, { blocks: [] }]
			]
		}
	]);
});

test('what lies too deep stays words', () => {
	const { text, doubts } = fromMarkdown('> '.repeat(40) + 'tief');
	expect(depthOf(text)).toBe(deepest);
	expect(plainOf(text).endsWith('tief')).toBe(true);
	expect(doubts).toContainEqual({ line: 1, what: 'depth' });
});

test('no source throws, and what is read may be kept', () => {
	const sign = fc.constantFrom(
		...[
			'>',
			'- ',
			'1. ',
			'a) ',
			'(i) ',
			'  ',
			'    ',
			'\n',
			'\n\n',
			'*',
			'**',
			'_',
			'`',
			'[',
			']',
			'(',
			')',
			'{',
			'}',
			'|',
			'---',
			'\\'
		],
		...[
			'^',
			'~',
			'!',
			'#',
			'# ',
			':',
			':::',
			'::: Kasten\n',
			'::: Tabelle\n',
			':::\n',
			'[^a]',
			'[^a]: ',
			'{Liste}',
			'{Nr. 1}',
			'Bus',
			'\t'
		]
	);
	fc.assert(
		fc.property(
			fc.array(sign, { maxLength: 40 }).map((signs) => signs.join('')),
			(source) => {
				const { text } = fromMarkdown(source);
				expect(textSchema.safeParse(text).success).toBe(true);
				expect(fromMarkdown(toMarkdown(text)).text).toStrictEqual(text);
			}
		),
		{ numRuns: 1000 }
	);
});

test('a hostile source is read to its end', () => {
	const size = 5_000;
	for (const sign of [
		'>',
		'> ',
		'[',
		'![',
		'[](',
		'*',
		'*a ',
		'*a_ ',
		'`a',
		'^~',
		'- ',
		'a) x\n',
		'::: Kasten\n',
		'| a |\n| - |\n',
		'{',
		'<a'
	]) {
		const source = sign.repeat(size / sign.length);
		const { text } = fromMarkdown(source);
		expect(depthOf(text), sign).toBeLessThanOrEqual(deepest);
		if (text.blocks.length < 100) expect(fromMarkdown(toMarkdown(text)).text, sign).toStrictEqual(text);
	}
	expect(toMarkdown(textOf(p('*_`['.repeat(5_000)))).length).toBeGreaterThan(size);
});
