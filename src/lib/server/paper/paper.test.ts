import { fromBuffer, type Entry, type ZipFile } from 'yauzl';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { extractText } from 'unpdf';
import { expect, test } from 'vitest';
import type { Paper } from './paper.ts';
import { writePaper } from './files.ts';
import { drawableBy } from './signs.ts';

const paper: Paper = {
	title: 'Bitte um Antwort: Bedarfsabfrage 2026',
	language: 'de',
	sender: ['Landkreis Harz', 'Beispielstraße 1'],
	recipient: ['Stadt Thale'],
	placeAndDate: 'Halberstadt, 27. November 2026',
	isLarge: false,
	blocks: [
		{ paragraph: 'Guten Tag,\nbitte <b>antworten</b> Sie. #import "x" = $a$ ]' },
		{ heading: 'Mobilität', level: 2 },
		{ boxes: ['Fehlanzeige', 'Bedarf'] },
		{ lines: 3 },
		{ items: ['eins', 'zwei'] },
		{ facts: [{ term: 'Gemeldet', value: 'Frau Şahin\nHerr Kovač' }] },
		{ together: [{ quote: 'Der Bus hält nicht 🙂 ☐ ẞ\u00ad\ufeff' }, { lines: 1 }] },
		{ table: { caption: 'Frist', head: ['Was', 'Bis'], rows: [['Antwort', '18.12.']] } },
		{ code: { address: 'https://example.org/abfragen/x', label: 'Online antworten' } },
		{ newPage: true },
		{ heading: 'Anlage\u0000', level: 3 }
	]
};

test('Word has real headings, a repeated table head and a description of the code', async () => {
	const xml = await documentIn(Buffer.from(await writePaper(paper, 'docx')));
	expect(xml).toContain('w:val="Heading1"');
	expect(xml).toContain('w:val="Heading3"');
	expect(xml).toContain('<w:tblHeader');
	expect(xml).toContain('descr="Online antworten: https://example.org/abfragen/x"');
	expect(xml).toContain('&lt;b&gt;antworten&lt;/b&gt;');
	expect(xml).not.toContain('\u0000');
});

test('the PDF is tagged, says its language and title, and follows PDF/UA', async () => {
	const pdf = Buffer.from(await writePaper(paper, 'pdf')).toString('latin1');
	expect(pdf.slice(0, 5)).toBe('%PDF-');
	expect(pdf).toMatch(/\/MarkInfo\s*<<\s*\/Marked true/);
	expect(pdf).toContain('/StructTreeRoot');
	expect(pdf).toMatch(/\/Lang\s*\(de/);
	expect(pdf).toContain('<pdfuaid:part>1</pdfuaid:part>');
});

test('what no font can draw is named, and the rest of the words stay', async () => {
	const fonts = [
		'fonts/fira-sans-latin-400-normal.ttf',
		'../../../../node_modules/dejavu-fonts-ttf/ttf/DejaVuSans.ttf'
	];
	const drawable = drawableBy(fonts.map((file) => readFileSync(join(import.meta.dirname, file))));
	expect(drawable('Kovač 🙂\nŞahin ☐')).toBe('Kovač [U+1F642]\nŞahin ☐');
	expect(drawable('Woh\u00adnung\ufeff')).toBe('Wohnung');
	expect(drawable('A\u0308rztin')).toBe('Ärztin');
});

test('lines to write on end where the page does, and Word counts its pages', async () => {
	const file = Buffer.from(await writePaper(paper, 'docx'));
	const xml = await documentIn(file);
	expect(xml).not.toContain('____');
	expect(xml.match(/w:leader="underscore"/g)).toHaveLength(4);
	expect(xml).toMatch(/<w:keepNext\/>(?:(?!<w:p>).)*Der Bus hält nicht/);
	expect(await partOf(file, 'word/footer1.xml')).toMatch(/PAGE[^]*NUMPAGES/);
});

test('what is copied from a PDF has its hyphens, and a long word breaks', async () => {
	const long =
		'Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenverordnungsentwurfskommissionsmitglied';
	const words = ['Nach dem Datenschutzfolgenabschätzungsverfahren', long, 'rufen Sie 03941 0000-100 an.'];
	const pdf = await writePaper({ ...paper, isLarge: true, blocks: [{ paragraph: words.join(' ') }] }, 'pdf');
	const { text } = await extractText(new Uint8Array(pdf), { mergePages: true });
	expect(text).toContain('03941 0000-100');
	expect(text.replaceAll('\n', '')).toContain(long);
});

test('large print is larger', async () => {
	const [small, large] = await Promise.all(
		[paper, { ...paper, isLarge: true }].map(async (one) =>
			stylesIn(Buffer.from(await writePaper(one, 'docx')))
		)
	);
	expect(small).toContain('<w:sz w:val="24"/>');
	expect(large).toContain('<w:sz w:val="36"/>');
	expect((await writePaper({ ...paper, isLarge: true }, 'pdf')).length).toBeGreaterThan(1000);
});

const documentIn = (file: Buffer) => partOf(file, 'word/document.xml');
const stylesIn = (file: Buffer) => partOf(file, 'word/styles.xml');

function partOf(file: Buffer, name: string): Promise<string> {
	return new Promise((resolve, reject) => {
		fromBuffer(file, { lazyEntries: true }, (error, zip) => {
			if (error) return reject(error);
			zip.on('entry', (entry: Entry) =>
				entry.fileName === name ? read(zip, entry).then(resolve, reject) : zip.readEntry()
			);
			zip.on('end', () => reject(new Error(`no ${name}`)));
			zip.readEntry();
		});
	});
}

function read(zip: ZipFile, entry: Entry): Promise<string> {
	return new Promise((resolve, reject) => {
		zip.openReadStream(entry, async (error, stream) => {
			if (error) return reject(error);
			const chunks: Buffer[] = [];
			for await (const chunk of stream) chunks.push(chunk as Buffer);
			resolve(Buffer.concat(chunks).toString('utf8'));
		});
	});
}
