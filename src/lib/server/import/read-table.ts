import { readCsv } from './read-csv.ts';
import { readXlsx } from './read-xlsx.ts';
import { mostBytes, TableRefusal, type Table } from './table.ts';

/**
 * Reads a file somebody sent, by what is in it, whatever it is called.
 * @throws TableRefusal with the sentence that says what to do
 */
export async function readTable(file: File): Promise<{ table: Table; bytes: Buffer }> {
	if (file.size === 0) throw new TableRefusal('imports_error_no_file');
	if (file.size > mostBytes) throw new TableRefusal('imports_error_too_large');
	const bytes = Buffer.from(await file.arrayBuffer());
	return { table: await read(bytes), bytes };
}

function read(bytes: Buffer): Promise<Table> {
	const beginsWith = (...marks: number[]) => marks.every((mark, n) => bytes[n] === mark);
	if (beginsWith(0x50, 0x4b)) return readXlsx(bytes);
	if (beginsWith(0xd0, 0xcf, 0x11, 0xe0)) throw new TableRefusal('imports_error_old_excel');
	if (beginsWith(0x25, 0x50, 0x44, 0x46)) throw new TableRefusal('imports_error_unreadable');
	return readCsv(bytes);
}
