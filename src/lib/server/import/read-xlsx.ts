import { readSheet } from 'read-excel-file/node';
import { inspectArchive } from './archive.ts';
import { asTable, TableRefusal, type Table } from './table.ts';

/**
 * Reads the first sheet of an Excel file: values as they are shown, formulas by their last result.
 * @throws TableRefusal
 */
export async function readXlsx(bytes: Buffer): Promise<Table> {
	await inspectArchive(bytes);
	let sheet: unknown[][];
	try {
		sheet = (await readSheet(bytes, { parseNumber: plainNumber })) as unknown[][];
	} catch {
		throw new TableRefusal('imports_error_unreadable');
	}
	return asTable(sheet.map((cells, index) => ({ number: index + 1, cells: cells.map(textOf) })));
}

/** Excel writes long numbers as 1.5085185E7 at times. */
const plainNumber = (written: string) => (/e/i.test(written) ? String(Number(written)) : written);

function textOf(value: unknown): string {
	if (value === null || value === undefined) return '';
	if (value instanceof Date) return value.toISOString().slice(0, 10);
	if (typeof value === 'boolean') return value ? 'ja' : 'nein';
	return String(value).trim();
}
