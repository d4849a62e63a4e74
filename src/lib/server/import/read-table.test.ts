import { buffer } from 'node:stream/consumers';
import { deflateRawSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { ZipFile } from 'yazl';
import { matchColumns } from './columns.ts';
import { readTable } from './read-table.ts';
import { TableRefusal } from './table.ts';

/* Files as they come from offices, and as they come from those who mean harm. */

const read = async (content: BlobPart) => (await readTable(new File([content], 'liste'))).table;
const refusalOf = (content: BlobPart) =>
	read(content).then(
		() => 'read',
		(error) => (error instanceof TableRefusal ? error.messageKey : String(error))
	);
const latin1 = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'));

describe('a CSV', () => {
	test.each<[string, BlobPart]>([
		['UTF-8', 'Ort;Titel\nGröben;Bus fehlt\n'],
		['UTF-8 with its mark', '\ufeffOrt;Titel\r\nGröben;Bus fehlt\r\n'],
		['Windows-1252', latin1('Ort;Titel\r\nGröben;Bus fehlt\r\n')],
		['commas', 'Ort,Titel\nGröben,Bus fehlt'],
		['tabs', 'Ort\tTitel\nGröben\tBus fehlt'],
		[
			'UTF-16 from Excel',
			new Uint8Array(Buffer.from('\ufeffOrt\tTitel\r\nGröben\tBus fehlt\r\n', 'utf16le'))
		],
		['a line that tells Excel the separator', 'sep=,\r\nOrt,Titel\r\nGröben,Bus fehlt\r\n'],
		['quotes', '"Ort";"Titel"\n"Gröben";"Bus fehlt"'],
		['empty rows and columns', '\n;;\nOrt;Titel;;\n;;;\nGröben;Bus fehlt;;\n;;\n']
	])('is read: %s', async (_, content) => {
		const { headings, rows } = await read(content);
		expect(headings).toEqual(['Ort', 'Titel']);
		expect(rows.map(({ cells }) => cells)).toEqual([['Gröben', 'Bus fehlt']]);
	});

	test('keeps line breaks, semicolons and quotes within quotes', async () => {
		const { rows } = await read('Ort;Titel\nTanne;"Bus; ""spät""\nund abends"\n');
		expect(rows).toEqual([{ number: 2, cells: ['Tanne', 'Bus; "spät"\nund abends'] }]);
	});

	test('fills short rows and forgets cells without a heading', async () => {
		const { rows } = await read('Ort;Titel\nTanne\nThale;Bus;zu viel\n');
		expect(rows.map(({ cells }) => cells)).toEqual([
			['Tanne', ''],
			['Thale', 'Bus']
		]);
	});

	test.each<[string, BlobPart, string]>([
		['nothing', '', 'imports_error_no_file'],
		['headings only', 'Ort;Titel\n', 'imports_error_no_rows'],
		['100,000 rows', `Ort\n${'Tanne\n'.repeat(100_000)}`, 'imports_error_too_many_rows'],
		['5,001 rows', `Ort\n${'Tanne\n'.repeat(5001)}`, 'imports_error_too_many_rows'],
		['more than 10 MB', 'x'.repeat(10 * 1024 * 1024 + 1), 'imports_error_too_large'],
		['a thousand columns', `${'Ort;'.repeat(1000)}\n1`, 'imports_error_too_many_columns'],
		['a cell without end', `Ort\n"${'x'.repeat(300_000)}`, 'imports_error_endless_row'],
		['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13, 10, 0]), 'imports_error_unreadable'],
		['an old Excel file', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), 'imports_error_old_excel'],
		['a PDF', '%PDF-1.7\n', 'imports_error_unreadable']
	])('is refused with a sentence: %s', async (_, content, key) => {
		expect(await refusalOf(content)).toBe(key);
	});
});

describe('an Excel file', () => {
	test('has dates, numbers, results of formulas, and gaps where cells are merged', async () => {
		const file = await workbook(
			'<row r="1"><c r="A1" t="inlineStr"><is><t>Tag</t></is></c><c r="B1" t="inlineStr"><is><t>AGS</t></is></c><c r="C1" t="inlineStr"><is><t>Summe</t></is></c></row>' +
				'<row r="3"><c r="A3" s="1"><v>46353</v></c><c r="B3"><v>1.5085185E7</v></c><c r="C3"><f>1+2</f><v>3</v></c></row><row r="4"><c r="B4"><v>2</v></c></row>',
			'<mergeCells count="1"><mergeCell ref="A3:A4"/></mergeCells>'
		);
		const { headings, rows } = await read(file);
		expect(headings).toEqual(['Tag', 'AGS', 'Summe']);
		expect(rows).toEqual([
			{ number: 3, cells: ['2026-11-27', '15085185', '3'] },
			{ number: 4, cells: ['', '2', ''] }
		]);
	});

	test('that unpacks to more than 30 MB is refused before it is read', async () => {
		const bomb = await workbook(`<row>${' '.repeat(64 * 1024 * 1024)}</row>`);
		expect(bomb.byteLength).toBeLessThan(200_000);
		expect(await refusalOf(bomb)).toBe('imports_error_too_large_inside');
	});

	test('that lies about its size is refused', async () => {
		const file = Buffer.from(await workbook(`<row>${' '.repeat(40 * 1024 * 1024)}</row>`));
		const real = Buffer.alloc(4);
		const entry = file.lastIndexOf('xl/worksheets/sheet1.xml') - 46;
		file.copy(real, 0, entry + 24, entry + 28);
		file.writeUInt32LE(1000, entry + 24);
		expect(real.readUInt32LE()).toBeGreaterThan(40 * 1024 * 1024);
		expect(await refusalOf(new Uint8Array(file))).toMatch(/^imports_error_/);
	});

	test('of 100,000 rows is refused before it is read', async () => {
		expect(await refusalOf(await workbook('<row><c><v>1</v></c></row>'.repeat(100_000)))).toBe(
			'imports_error_too_many_rows'
		);
	});

	test('that is only a zip is refused', async () => {
		expect(await refusalOf(new Uint8Array([0x50, 0x4b, 3, 4, ...deflateRawSync('nichts')]))).toBe(
			'imports_error_unreadable'
		);
	});
});

test('columns are found whatever their headings look like, and what is amiss is told', async () => {
	const table = await read('E-Mail *;  TITEL ;titel;Farbe\na@b.example;Bus;Zug;rot\n');
	const columns = [
		{ key: 'email', words: ['E-Mail'] },
		{ key: 'title', words: ['Titel', 'Betreff'] },
		{ key: 'place', words: ['Ort'], isRequired: true }
	];
	expect(matchColumns(table, columns)).toMatchObject({
		unknown: ['Farbe'],
		missing: ['Ort'],
		repeated: ['Titel'],
		rows: [{ number: 2, texts: { email: 'a@b.example' } }]
	});
});

async function workbook(rows: string, after = ''): Promise<Uint8Array<ArrayBuffer>> {
	const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
	const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
	const packaged = 'http://schemas.openxmlformats.org/package/2006';
	const zip = new ZipFile();
	const add = (path: string, text: string) => zip.addBuffer(Buffer.from(text), path);
	add(
		'[Content_Types].xml',
		`<Types xmlns="${packaged}/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`
	);
	add(
		'_rels/.rels',
		`<Relationships xmlns="${packaged}/relationships"><Relationship Id="r" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`
	);
	add(
		'xl/workbook.xml',
		`<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets></workbook>`
	);
	add(
		'xl/_rels/workbook.xml.rels',
		`<Relationships xmlns="${packaged}/relationships"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId3" Type="${office}/styles" Target="styles.xml"/></Relationships>`
	);
	add(
		'xl/styles.xml',
		`<styleSheet xmlns="${main}"><cellXfs count="2"><xf/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>`
	);
	add(
		'xl/worksheets/sheet1.xml',
		`<worksheet xmlns="${main}"><sheetData>${rows}</sheetData>${after}</worksheet>`
	);
	zip.end();
	return new Uint8Array(await buffer(zip.outputStream)) as Uint8Array<ArrayBuffer>;
}

test('a cell turns nobody’s reading around and is not cut within a letter', async () => {
	const { rows } = matchColumns(await read(`Ort;Titel\nE\u202ev\u200ba;${'x' + '😀'.repeat(10_000)}\n`), [
		{ key: 'place', words: ['Ort'], isRequired: true },
		{ key: 'title', words: ['Titel'], isRequired: true }
	]);
	expect(rows[0]?.texts.place).toBe('Eva');
	expect(rows[0]?.texts.title?.isWellFormed()).toBe(true);
});
