import { buffer } from 'node:stream/consumers';
import { deflateRawSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { ZipFile } from 'yazl';
import { inCell, meaningsOf, missingIn } from './columns.ts';
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

	test('fills short rows, and names cells without a heading', async () => {
		const { rows, remarks } = await read('Ort;Titel;;Feld\nTanne\nThale;Bus;zu viel;;weit\n;;nur hier\n');
		expect(rows.map(({ cells }) => cells)).toEqual([
			['Tanne', '', '', ''],
			['Thale', 'Bus', 'zu viel', '']
		]);
		expect(remarks).toEqual([
			{ remark: 'surplus', number: 3, column: 'C', value: 'zu viel' },
			{ remark: 'surplus', number: 3, column: 'E', value: 'weit' },
			{ remark: 'surplus', number: 4, column: 'C', value: 'nur hier' }
		]);
	});

	test('has whatever ends of lines, also several in one file; those within a cell stay', async () => {
		const { rows } = await read('Ort;Titel\r\nTanne;Bus\nThale;"Zug\r\nund Rad"\rBenneckenstein;Taxi\r\n');
		expect(rows).toEqual([
			{ number: 2, cells: ['Tanne', 'Bus'] },
			{ number: 3, cells: ['Thale', 'Zug\nund Rad'] },
			{ number: 4, cells: ['Benneckenstein', 'Taxi'] }
		]);
	});

	test('keeps its encoding when one byte is wrong, and shows where that stands', async () => {
		const bytes = Buffer.from('Ort;Titel\nGröben;Bus fehlt für Ältere\nThale;Grünes Band\n');
		bytes[bytes.indexOf('Band')] = 0xe4;
		expect((await read(new Uint8Array(bytes))).rows.map(({ cells }) => cells)).toEqual([
			['Gröben', 'Bus fehlt für Ältere'],
			['Thale', 'Grünes \ufffdand']
		]);
		const windows = latin1('Ort;Titel\nGröben;Bu\x81 fehlt für Ältere\n');
		expect((await read(windows)).rows[0]?.cells[1]).toBe('Bu\ufffd fehlt für Ältere');
	});

	test('is the same whether its umlauts are one sign or two', async () => {
		expect((await read('Ort;Titel\nGröben;Möbel\n'.normalize('NFD'))).rows[0]?.cells).toEqual([
			'Gröben',
			'Möbel'
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
			{ after: '<mergeCells count="1"><mergeCell ref="A3:A4"/></mergeCells>' }
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

	test('has its errors as words, and formulas without a result', async () => {
		const { rows } = await read(
			await workbook(
				row(1, 'Ort', 'Titel', 'Jahr') +
					'<row r="2"><c r="A2" t="e"><v>#N/A</v></c><c r="B2" t="e"><f>X1</f><v>#REF!</v></c><c r="C2"><f>1+1</f></c></row>'
			)
		);
		expect(rows[0]?.cells).toEqual(['#N/A', '#REF!', '#FORMEL!']);
	});

	test.each(['true', '1'])('keeps its days when it counts them from 1904 (%s)', async (flag) => {
		const days = '<row r="2"><c r="A2" s="1"><v>44891</v></c></row>';
		const file = await workbook(row(1, 'Tag') + days, { setting: `<workbookPr date1904="${flag}"/>` });
		expect((await read(file)).rows[0]?.cells).toEqual(['2026-11-27']);
	});

	const table = row(1, 'Ort', 'Titel') + row(2, 'Tanne', 'Bus');

	test('is read where the wanted headings are; the other sheets are named', async () => {
		const file = await workbook(row(1, 'Notizen') + row(2, 'siehe unten'), {
			more: [
				{ name: 'Alt & neu', rows: table, state: 'hidden' },
				{ name: 'Liste', rows: table },
				{ name: 'leer', rows: '' },
				{ name: 'Hinweise', rows: row(1, 'Spalten mit *') },
				{ name: 'Hinweise', rows: row(1, 'Ort', 'Hinweis des Amtes') }
			]
		});
		const { headings, remarks } = (await readTable(new File([file], 'liste'), ['Ort', 'Titel'])).table;
		expect(headings).toEqual(['Ort', 'Titel']);
		expect(remarks.map(({ remark, value }) => [remark, value])).toEqual([
			['sheet', 'A'],
			['hidden_sheet', 'Alt & neu'],
			['sheet', 'Hinweise'] // by its second column it is not the one of our template
		]);
	});

	test('with nothing but hidden sheets says so', async () => {
		expect(
			await refusalOf(await workbook('', { more: [{ name: 'B', rows: table, state: 'veryHidden' }] }))
		).toBe('imports_error_hidden');
	});

	test.each<[string, string, string]>([
		['far to the right', '<c r="XFD3" t="str"><v>x</v></c>', 'imports_error_far_columns'],
		['far below', '</row><row r="1048576"><c r="A1048576" t="str"><v>x</v></c>', 'imports_error_far_rows']
	])('with a cell %s is refused before a grid is made', async (_, cell, key) => {
		const given = await workbook(`${table}<row r="3">${cell}</row>`);
		expect(await refusalOf(given)).toBe(key);
	});

	test('may have empty cells and rows as far out as it likes', async () => {
		const empty =
			'<row r="3"><c r="XFD3" s="1"/></row><row r="1048575" ht="15"/><row r="1048576"><c r="A1048576" s="1"/></row>';
		expect((await read(await workbook(table + empty))).rows).toHaveLength(1);
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
		{ key: 'field', words: ['Handlungsfeld'] },
		{ key: 'place', words: ['Ort'], isRequired: true }
	];
	const meanings = (headings: string[], said: Record<string, string | null> = {}) =>
		meaningsOf(headings, { columns, ours: ['Handlungsfeld (eingeordnet)'], said });
	expect(meanings(table.headings)).toEqual(['email', 'title', undefined, undefined]);
	expect(missingIn(meanings(table.headings), columns)).toEqual(['Ort']);
	expect(meanings(['Farbe', 'Wo', 'Ort', ''], { Farbe: null, Wo: 'place', Ort: 'gone' })).toEqual([
		null,
		'place',
		undefined,
		null
	]);
	expect(meanings(['Handlungsfeld (eingeordnet)', 'Handlungsfeld (Wort)'])).toEqual([null, 'field']);
});

test('headings may stand below a title, which is named', async () => {
	const text =
		'Bedarfe 2026, Stand: Mai\n\n;erstellt von;Amt 50\nOrt;Titel;Farbe\nTanne;Bus, Bahn, Rad;rot\n';
	const { table } = await readTable(new File([text], 'liste'), ['Ort', 'Titel']);
	expect(table.headings).toEqual(['Ort', 'Titel', 'Farbe']);
	expect(table.rows).toEqual([{ number: 5, cells: ['Tanne', 'Bus, Bahn, Rad', 'rot'] }]);
	expect(table.remarks).toEqual([
		{ remark: 'above', number: 1, column: null, value: 'Bedarfe 2026, Stand: Mai' },
		{ remark: 'above', number: 3, column: null, value: 'erstellt von; Amt 50' }
	]);
	expect((await read('Liste\nWo;Was\nTanne;Bus\n')).headings).toEqual(['Wo', 'Was']);
});

const row = (number: number, ...texts: string[]) =>
	`<row r="${number}">${texts.map((text, n) => `<c r="${'ABC'[n]}${number}" t="inlineStr"><is><t>${text}</t></is></c>`).join('')}</row>`;

type More = { after?: string; setting?: string; more?: { name: string; rows: string; state?: string }[] };

async function workbook(
	rows: string,
	{ after = '', setting = '', more = [] }: More = {}
): Promise<Uint8Array<ArrayBuffer>> {
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
		`<workbook xmlns="${main}" xmlns:r="${office}">${setting}<sheets><sheet name="A" sheetId="1" r:id="rId1"/>${more.map(({ name, state }, n) => `<sheet name="${name.replace('&', '&amp;')}" sheetId="${n + 9}" r:id="rId${n + 9}" state="${state ?? 'visible'}"/>`).join('')}</sheets></workbook>`
	);
	add(
		'xl/_rels/workbook.xml.rels',
		`<Relationships xmlns="${packaged}/relationships"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId3" Type="${office}/styles" Target="styles.xml"/>${more.map((_, n) => `<Relationship Id="rId${n + 9}" Type="${office}/worksheet" Target="/xl/worksheets/sheet${n + 9}.xml"/>`).join('')}</Relationships>`
	);
	add(
		'xl/styles.xml',
		`<styleSheet xmlns="${main}"><cellXfs count="2"><xf/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>`
	);
	add(
		'xl/worksheets/sheet1.xml',
		`<worksheet xmlns="${main}"><sheetData>${rows}</sheetData>${after}</worksheet>`
	);
	more.forEach(({ rows }, n) =>
		add(
			`xl/worksheets/sheet${n + 9}.xml`,
			`<worksheet xmlns="${main}"><sheetData>${rows}</sheetData></worksheet>`
		)
	);
	zip.end();
	return new Uint8Array(await buffer(zip.outputStream)) as Uint8Array<ArrayBuffer>;
}

test('a cell turns nobody’s reading around and is not cut within a letter', () => {
	expect(inCell('E\u202ev\u200ba')).toBe('Eva');
	expect(inCell('x' + '😀'.repeat(10_000)).isWellFormed()).toBe(true);
});
