import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import { dayOf, type Column, type Sheet } from './sheet.ts';

/**
 * An Excel file, made row by row: 20,000 rows need no more memory than 20. Text is text, whatever it begins with; the
 * headings are bold and stay in place. Source: ECMA-376 part 1, 18 (SpreadsheetML).
 */
export function writeXlsx<Row, Other = never>(sheet: Sheet<Row>, second?: Sheet<Other>): Readable {
	const zip = new ZipFile();
	const file = zip.outputStream as Readable;
	const names = [sheet.name, ...(second ? [second.name] : []), 'Hinweise'];
	for (const [path, text] of Object.entries(parts(names))) zip.addBuffer(Buffer.from(text), path);
	for (const [n, xml] of [sheetXml(sheet), ...(second ? [sheetXml(second)] : [])].entries()) {
		const rows = Readable.from(pages(xml), { objectMode: false });
		rows.on('error', (error) => file.destroy(error)); // the packer does not hear of it
		file.on('close', () => rows.destroy());
		zip.addReadStream(rows, `xl/worksheets/sheet${n + 1}.xml`);
	}
	zip.addBuffer(Buffer.from(notesXml(sheet.notes)), `xl/worksheets/sheet${names.length}.xml`);
	zip.end();
	return file;
}

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packaged = 'http://schemas.openxmlformats.org/package/2006';
const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
/** Styles by their place in `cellXfs` below. */
const style = { heading: 1, day: 2, text: 3 };

const parts = (sheets: string[]): Record<string, string> => ({
	'[Content_Types].xml': `${head}<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${types}.sheet.main+xml"/>${each(sheets, (n) => `<Override PartName="/xl/worksheets/sheet${n}.xml" ContentType="${types}.worksheet+xml"/>`)}<Override PartName="/xl/styles.xml" ContentType="${types}.styles+xml"/></Types>`,
	'_rels/.rels': `${head}<Relationships xmlns="${packaged}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
	'xl/workbook.xml': `${head}<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${each(sheets, (n, name) => `<sheet name="${escaped(name.slice(0, 31))}" sheetId="${n}" r:id="rId${n}"/>`)}</sheets></workbook>`,
	'xl/_rels/workbook.xml.rels': `${head}<Relationships xmlns="${packaged}/relationships">${each(sheets, (n) => `<Relationship Id="rId${n}" Type="${office}/worksheet" Target="worksheets/sheet${n}.xml"/>`)}<Relationship Id="rId${sheets.length + 1}" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
	'xl/styles.xml': `${head}<styleSheet xmlns="${main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="dd\\.mm\\.yyyy"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4"><xf/><xf fontId="1" applyFont="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf numFmtId="164" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top"/></xf><xf numFmtId="49" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf></cellXfs></styleSheet>`
});

const each = (sheets: string[], xml: (number: number, name: string) => string) =>
	sheets.map((name, n) => xml(n + 1, name)).join('');

async function* sheetXml<Row>({ columns, rows }: Sheet<Row>) {
	yield `${head}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>`;
	yield columns
		.map(({ width }, n) => `<col min="${n + 1}" max="${n + 1}" width="${width}" customWidth="1"/>`)
		.join('');
	yield `</cols><sheetData>${rowXml(
		1,
		columns.map(({ label }) => textCell(label, style.heading))
	)}`;
	let number = 1;
	for await (const row of rows)
		yield rowXml(
			++number,
			columns.map((column) => cell(column, row))
		);
	yield '</sheetData></worksheet>';
}

/** Cells begin with `<c`; what is empty is left out. Every one says where it stands: some readers need that. */
const rowXml = (number: number, cells: string[]) =>
	`<row r="${number}">${cells.map((xml, n) => xml && `<c r="${letters(n)}${number}"${xml.slice(2)}`).join('')}</row>`;

/** A, B … Z, AA … */
const letters = (n: number): string =>
	(n >= 26 ? letters(Math.floor(n / 26) - 1) : '') + String.fromCharCode(65 + (n % 26));

function cell<Row>({ kind, value }: Column<Row>, row: Row): string {
	const given = value(row);
	if (given === null || given === undefined || given === '') return '';
	if (kind === 'day') return `<c s="${style.day}"><v>${serialOf(dayOf(String(given)))}</v></c>`;
	return typeof given === 'number' ? `<c><v>${given}</v></c>` : textCell(given, style.text);
}

const textCell = (text: string, as: number) =>
	`<c t="inlineStr" s="${as}"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`;

const notesXml = (notes: string[]) =>
	`${head}<worksheet xmlns="${main}"><cols><col min="1" max="1" width="100" customWidth="1"/></cols><sheetData>${notes.map((note, n) => rowXml(n + 1, [textCell(note, style.text)])).join('')}</sheetData></worksheet>`;

/** Days since the one that Excel calls 0. */
const serialOf = (day: string) => Math.round(Date.parse(day) / 86_400_000) + 25_569;

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
/** Characters that XML 1.0 cannot hold are left out; a cell holds 32,767 of the others. */
const escaped = (text: string) =>
	text
		.slice(0, 32_767)
		.replace(
			/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g,
			''
		)
		.replace(/[&<>"]/g, (mark) => entities[mark]!);

/** Rows are sent on some dozen at a time. */
async function* pages(texts: AsyncIterable<string>) {
	let page = '';
	for await (const text of texts) {
		page += text;
		if (page.length < 65_536) continue;
		yield Buffer.from(page);
		page = '';
	}
	yield Buffer.from(page);
}
