import { extractText, getMeta } from 'unpdf';
import { describe, expect, test } from 'vitest';
import { png } from '../../../../tests/office-files.ts';
import { sampleDocument } from '../../../../tests/sample-document.ts';
import type { Block, Cell, Run, Text } from '#lib/text/block.ts';
import { printDocument } from './write-document.ts';
import { pdfOfDocument, type PrintedDocument } from './write-pdf.ts';

/* Each of these was refused, or came out wrong, once: see the compiler's rules for PDF/UA-1. */

const words = {
	contents: 'Inhalt',
	remark: 'Platz für Ihre Anmerkung zu',
	noAlt: 'Bild ohne Beschreibung',
	isPlain: 'Diese Datei ist nicht barrierefrei.'
};
const p = (...runs: (string | Run)[]): Block => ({
	kind: 'paragraph',
	runs: runs.map((run) => (typeof run === 'string' ? { text: run } : run))
});
const cell = (...runs: (string | Run)[]): Cell => ({ blocks: [p(...runs)] });
const longBody = Array.from({ length: 90 }, (_, index) => [cell(`Ort ${index}`), cell('12')]);

const printed = (text: Partial<Text>, more: Partial<PrintedDocument> = {}): PrintedDocument => ({
	title: 'Teilplan',
	author: 'Landkreis Harz',
	date: '2027-03-01T08:00:00.000Z',
	language: 'de',
	sender: ['Landkreis Harz'],
	lead: ['Fassung 2'],
	images: {},
	isLarge: false,
	sections: [
		{ key: 'aaaaaaa', level: 1, number: '1', heading: 'Ziele', text: { blocks: [], notes: [], ...text } }
	],
	words,
	...more
});

async function read(given: PrintedDocument) {
	const pdf = await pdfOfDocument(given);
	const source = pdf.toString('latin1');
	const { text, totalPages } = await extractText(new Uint8Array(pdf), { mergePages: true });
	return {
		isTagged: source.includes('<pdfuaid:part>1</pdfuaid:part>'),
		source,
		pages: totalPages,
		text: text.replace(/\s+/g, ' ')
	};
}

test('a whole plan is tagged and says its title, language and date', async () => {
	const { sections, images, date, language } = sampleDocument(30);
	const plan = printed({}, { sections: sections as PrintedDocument['sections'], images, date, language });
	const { isTagged, source, text } = await read(plan);
	expect(isTagged).toBe(true);
	expect(source).toMatch(/\/Lang\s*\(de-DE\)/);
	expect(source).toContain('/CreationDate (D:20270301080000Z)');
	for (const words of ['Teilplan', 'Inhalt', 'Fassung 2', '1.1.2 Abschnitt 4', '§ 2 Zweiter Paragraf'])
		expect(text).toContain(words);
	const { info } = await getMeta(new Uint8Array(await pdfOfDocument(plan)));
	expect(info.Title).toBe('Teilplan');
});

test('the same plan gives the same bytes', async () => {
	const plan = printed({ blocks: [p('Der Bus fährt.')] });
	expect((await pdfOfDocument(plan)).equals(await pdfOfDocument(plan))).toBe(true);
});

describe('what was refused once', () => {
	const isTagged = async (text: Partial<Text>, more: Partial<PrintedDocument> = {}) =>
		expect((await read(printed(text, more))).isTagged).toBe(true);

	test('a link or a note in a table head that breaks to the next page', async () => {
		const head = [[cell('Ort', { note: 'n' }), cell({ text: 'Plätze', href: 'https://harz.example' })]];
		const notes: Text['notes'] = [{ key: 'n', place: 'foot', blocks: [p('Stand 2026')] }];
		await isTagged({ blocks: [{ kind: 'table', head, body: longBody }], notes });
	});

	test('words struck out and underlined at once, links too', () =>
		isTagged({
			blocks: [
				p(
					{ text: 'alt', marks: ['underline', 'strike'] },
					{ text: 'weg', marks: ['strike'], href: 'https://a.example' }
				)
			]
		}));

	test('a level that is skipped, a first one that is none, and nine of them', () => {
		const section = (level: number, key: string) => ({
			key,
			level,
			heading: 'Wege',
			text: { blocks: [], notes: [] }
		});
		const sections = [3, 9, 1, 2, 3, 4, 5, 6, 7, 8, 9].map((level, index) => section(level, `k${index}`));
		return isTagged({}, { sections });
	});

	test('a heading of which nothing can be drawn', () =>
		isTagged(
			{},
			{ sections: [{ key: 'aaaaaaa', level: 1, heading: '\ufeff', text: { blocks: [], notes: [] } }] }
		));

	test('cells that reach over the edge of their table, or into each other', () =>
		isTagged({
			blocks: [
				{
					kind: 'table',
					head: [[{ ...cell('a'), columns: 3, rows: 4 }]],
					body: [[{ ...cell('b'), rows: 9 }, cell('c')], [{ ...cell('d'), columns: 4 }], [cell('e')]]
				},
				{ kind: 'table', head: [[]], body: [[]] }
			]
		}));

	test('a note in itself, one meant twice, and one that is not there', async () => {
		const notes: Text['notes'] = [{ key: 'n', place: 'foot', blocks: [p('Stand', { note: 'n' })] }];
		await isTagged({ blocks: [p('Plätze', { note: 'n' }, { note: 'n' }, { note: 'weg' })], notes });
	});

	test('a link to a place that is not there', () =>
		isTagged({ blocks: [p({ text: 'hier', href: '#aaaaaaa' }, { text: 'dort', href: '#nirgends' })] }));
});

test('a plain head comes again on each page, one with a link once', async () => {
	const table = (head: Cell[]): Block => ({ kind: 'table', head: [head], body: longBody });
	const count = async (head: Cell[]) =>
		(await read(printed({ blocks: [table(head)] }))).text.match(/Gemeindeteil/g)!.length;
	expect(await count([cell('Gemeindeteil'), cell('Plätze')])).toBeGreaterThan(1);
	expect(await count([cell('Gemeindeteil'), cell({ text: 'Plätze', href: 'https://a.example' })])).toBe(1);
});

test('signs that no font has are named, and what is not seen is left out', async () => {
	const { isTagged, text } = await read(printed({ blocks: [p('ẞ ☐ ☒ ✓ 🙂 Woh\u00adnung\ufeff Kovač')] }));
	expect(isTagged).toBe(true);
	expect(text).toContain('ẞ ☐ ☒ ✓ [U+1F642] Wohnung Kovač');
});

test('words are hyphenated, and numbers keep their hyphens', async () => {
	const long = 'Datenschutzfolgenabschätzungsverfahren und Tagespflegeeinrichtungsverordnung ';
	const { text } = await read(
		printed({ blocks: [p(`${long.repeat(8)} Telefon 03941 0000-100, Rad- und Fußweg`)] }, { isLarge: true })
	);
	expect(text).toContain('0000-100');
	expect(text).toContain('Rad- und Fußweg');
	expect(text).toMatch(/Datenschutz ?folgen/);
	expect(text).not.toContain('\u00ad');
});

test('what was typed is never source', async () => {
	const typed = '#import "x": * $a$ ] *b* <c> @d \\ // /* "e"';
	expect((await read(printed({ blocks: [p(typed)] }))).text).toContain(typed);
});

describe('pictures', () => {
	const image = (alt?: string): Block => ({ kind: 'image', file: 'a', ...(alt !== undefined && { alt }) });
	const images = { a: { bytes: png, type: 'image/png' as const } };

	test('say what they show, or that nobody said it; one that adorns says nothing', async () => {
		const altsOf = async (alt?: string) =>
			[
				...(await read(printed({ blocks: [image(alt)] }, { images }))).source.matchAll(/\/Alt \(([^)]*)\)/g)
			].map(([, words]) => words);
		expect(await altsOf('Karte')).toEqual(['Karte']);
		expect(await altsOf()).toEqual(['Bild ohne Beschreibung']);
		expect(await altsOf('')).toEqual([]);
	});

	test('that cannot be drawn are named, and the file keeps the rules', async () => {
		const broken = Buffer.from(png);
		broken.fill(0, 40, 60);
		const blocks: Block[] = [image('Karte'), { kind: 'image', file: 'weg', alt: 'Foto' }];
		const { isTagged, text } = await read(
			printed({ blocks }, { images: { a: { bytes: broken, type: 'image/png' } } })
		);
		expect(isTagged).toBe(true);
		expect(text).toContain('[Karte]');
		expect(text).toContain('[Foto]');
	});
});

test('what still is refused becomes a plain file that says so', async () => {
	const { isTagged, text } = await read(printed({ blocks: [p('Der Bus fährt.')] }, { title: '' }));
	expect(isTagged).toBe(false);
	expect(text).toContain('Diese Datei ist nicht barrierefrei.');
	expect(text).toContain('Der Bus fährt.');
});

test('lines to write on have a code and an address for each section', async () => {
	const plan = printed({ blocks: [p('Der Bus fährt.')] });
	const withLines = { ...plan, answersAt: 'https://harz.example/q/' };
	const { isTagged, text, source } = await read(withLines);
	expect(isTagged).toBe(true);
	expect(text).toContain('Platz für Ihre Anmerkung zu 1 Ziele https://harz.example/q/aaaaaaa');
	expect(source).toContain('(https://harz.example/q/aaaaaaa)');
	expect((await read(plan)).text).not.toContain('Platz für');
});

test('it is written in a thread, and pages go on meanwhile', async () => {
	let turns = 0;
	const page = setInterval(() => turns++, 10);
	const file = await printDocument(printed({ blocks: longBody.map(() => p('Der Bus fährt.')) }));
	clearInterval(page);
	expect(Buffer.from(file).toString('latin1', 0, 5)).toBe('%PDF-');
	expect(turns).toBeGreaterThan(3);
});
