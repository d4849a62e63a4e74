import { readSheet } from 'read-excel-file/node';
import { knownHeadings } from './columns.ts';
import { plainSheet, sheetsOf, withPlainCalendar, type SheetPart } from './sheets.ts';
import { asTable, TableRefusal, type Remark, type Table } from './table.ts';
import { packAgain, unpack } from './unpack.ts';

/** Beside the first one so many sheets are looked at. */
const mostSheets = 20;
/** The sheet that our own files have beside the table: lines of text, below each other. */
const isOurs = (parts: Map<string, string>, { name, path }: SheetPart) =>
	name === 'Hinweise' && !/<(?:\w+:)?c\b[^>]*\sr="(?!A\d)/.test(parts.get(path) ?? '');

/**
 * Reads one sheet of an Excel file: values as they are shown, formulas by their last result. It is the first one that people
 * see and that has the wanted headings; the others are named.
 * @param wanted words that headings may have
 * @throws TableRefusal
 */
export async function readXlsx(bytes: Buffer, wanted: readonly string[]): Promise<Table> {
	const parts = await unpack(bytes);
	parts.set('xl/workbook.xml', withPlainCalendar(parts.get('xl/workbook.xml') ?? ''));
	const sheets = sheetsOf(parts);
	const [first, ...others] = sheets.filter(({ isHidden }) => !isHidden).slice(0, mostSheets);
	if (!first) throw new TableRefusal(sheets.length ? 'imports_error_hidden' : 'imports_error_no_rows');
	let [chosen, table] = [first, await tableOf(parts, first, wanted).catch(asRefusal)];
	for (const sheet of others) {
		if (knownIn(table, wanted) > 1) break;
		const other = await tableOf(parts, sheet, wanted).catch(asRefusal);
		if (knownIn(other, wanted) > knownIn(table, wanted)) [chosen, table] = [sheet, other];
	}
	if (table instanceof TableRefusal) throw table;
	const unread = sheets.filter((sheet) => sheet.place !== chosen.place && !isOurs(parts, sheet));
	return { ...table, remarks: [...unread.map(remarkOn), ...table.remarks] };
}

const knownIn = (table: Table | TableRefusal, wanted: readonly string[]) =>
	table instanceof TableRefusal ? 0 : knownHeadings(table.headings, wanted);

function asRefusal(error: unknown): TableRefusal {
	return error instanceof TableRefusal ? error : new TableRefusal('imports_error_unreadable');
}

async function tableOf(
	parts: Map<string, string>,
	{ place, path }: SheetPart,
	wanted: readonly string[]
): Promise<Table> {
	const own = new Map([...parts].filter(([name]) => name === path || !/sheets\//i.test(name)));
	own.set(path, plainSheet(parts.get(path)!));
	const cells = await readSheet(await packAgain(own), place, { parseNumber: plainNumber });
	const lines = (cells as unknown[][]).map((row, index) => ({ number: index + 1, cells: row.map(textOf) }));
	return asTable(lines, wanted);
}

const remarkOn = ({ name, isHidden }: SheetPart): Remark => ({
	remark: isHidden ? 'hidden_sheet' : 'sheet',
	number: null,
	column: null,
	value: name
});

/** Excel writes long numbers as 1.5085185E7 at times. */
const plainNumber = (written: string) => (/e/i.test(written) ? String(Number(written)) : written);

function textOf(value: unknown): string {
	if (value === null || value === undefined) return '';
	if (value instanceof Date) return value.toISOString().slice(0, 10);
	if (typeof value === 'boolean') return value ? 'ja' : 'nein';
	return String(value).normalize('NFC').replace(/\r\n?/g, '\n').trim();
}
