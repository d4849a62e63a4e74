import { parse } from 'csv-parse';
import { knownHeadings } from './columns.ts';
import { decoded } from './decoded.ts';
import {
	asTable,
	mostAbove,
	mostColumns,
	mostRows,
	TableRefusal,
	type Table,
	type TableRow
} from './table.ts';

/**
 * Reads a CSV file as offices write them: UTF-8 or Windows-1252, semicolons, commas or tabs, line breaks within quotes.
 * Stops reading at the first row too many.
 * @param wanted words that headings may have
 * @throws TableRefusal
 */
export async function readCsv(bytes: Uint8Array, wanted: readonly string[] = []): Promise<Table> {
	const whole = decoded(bytes);
	const [line = '', told] = /^\ufeff?sep=(.)(?:\r\n|\r|\n)/i.exec(whole) ?? []; // for Excel, which does not show this line
	const text = whole.slice(line.length);
	if (text.includes('\0')) throw new TableRefusal('imports_error_unreadable');
	const parser = parse(text, {
		delimiter: told ?? delimiterOf(text, wanted),
		record_delimiter: ['\r\n', '\n', '\r'], // a file may have several
		relax_column_count: true,
		relax_quotes: true,
		trim: true,
		max_record_size: 200_000
	});
	const lines: TableRow[] = [];
	try {
		for await (const record of parser as AsyncIterable<string[]>) {
			if (record.length > mostColumns) throw new TableRefusal('imports_error_too_many_columns');
			lines.push({ number: lines.length + 1, cells: record.map(plainCell) });
			if (lines.length > 2 * mostRows) throw new TableRefusal('imports_error_too_many_rows');
		}
	} catch (error) {
		if (error instanceof TableRefusal) throw error;
		throw new TableRefusal(
			endless.has((error as { code?: string }).code ?? '')
				? 'imports_error_endless_row'
				: 'imports_error_unreadable'
		);
	}
	return asTable(lines, wanted);
}

/** A quotation mark is missing, or somebody pasted a book. */
const endless = new Set(['CSV_QUOTE_NOT_CLOSED', 'CSV_MAX_RECORD_SIZE']);

/** What the headings are parted by: the mark that leaves most of the wanted ones, else the most frequent one of their line. */
function delimiterOf(text: string, wanted: readonly string[]): string {
	const lines = text
		.slice(0, 20_000)
		.split(/\r\n|\r|\n/)
		.filter((line) => line.trim())
		.slice(0, mostAbove);
	const known = (mark: string) =>
		Math.max(0, ...lines.map((line) => knownHeadings(line.replaceAll('"', '').split(mark), wanted)));
	const count = (mark: string) => (lines[0] ?? '').replace(/"[^"]*"/g, '').split(mark).length;
	const marks = [';', '\t', ','].map((mark) => ({ mark, weight: 1000 * known(mark) + count(mark) }));
	return marks.reduce((best, one) => (one.weight > best.weight ? one : best)).mark;
}

/** Our own export puts an apostrophe before what Excel would take for a formula. Lines within a cell end alike. */
const plainCell = (cell: string) => cell.replace(/^'(?=[=+\-@])/, '').replace(/\r\n?/g, '\n');
