import { parse } from 'csv-parse';
import { decoded } from './decoded.ts';
import { asTable, mostColumns, mostRows, TableRefusal, type Table, type TableRow } from './table.ts';

/**
 * Reads a CSV file as offices write them: UTF-8 or Windows-1252, semicolons, commas or tabs, line breaks within quotes.
 * Stops reading at the first row too many.
 * @throws TableRefusal
 */
export async function readCsv(bytes: Uint8Array): Promise<Table> {
	const whole = decoded(bytes);
	const [line = '', told] = /^\ufeff?sep=(.)(?:\r\n|\r|\n)/i.exec(whole) ?? []; // for Excel, which does not show this line
	const text = whole.slice(line.length);
	if (text.includes('\0')) throw new TableRefusal('imports_error_unreadable');
	const parser = parse(text, {
		delimiter: told ?? delimiterOf(text),
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
	return asTable(lines);
}

/** A quotation mark is missing, or somebody pasted a book. */
const endless = new Set(['CSV_QUOTE_NOT_CLOSED', 'CSV_MAX_RECORD_SIZE']);

/** What the headings are parted by. */
function delimiterOf(text: string): string {
	const first =
		text
			.slice(0, 20_000)
			.split(/\r\n|\r|\n/)
			.find((line) => line.trim()) ?? '';
	const bare = first.replace(/"[^"]*"/g, '');
	const counts = [';', '\t', ','].map((mark) => ({ mark, count: bare.split(mark).length }));
	return counts.reduce((best, one) => (one.count > best.count ? one : best)).mark;
}

/** Our own export puts an apostrophe before what Excel would take for a formula. Lines within a cell end alike. */
const plainCell = (cell: string) => cell.replace(/^'(?=[=+\-@])/, '').replace(/\r\n?/g, '\n');
