/** A table as it was read: its headings, and its rows by their number in the file (the headings stand in row 1 or below). */
export interface Table {
	headings: string[];
	rows: TableRow[];
}

export interface TableRow {
	number: number;
	/** As many as there are headings; dates as `2026-11-27`, numbers as they were written. */
	cells: string[];
}

export const mostBytes = 10 * 1024 * 1024;
export const mostRows = 5000;
export const mostColumns = 100;

/** The file cannot be read. `messageKey` says what to do. */
export class TableRefusal extends Error {
	readonly messageKey: string;
	constructor(messageKey: string) {
		super(messageKey);
		this.messageKey = messageKey;
	}
}

/**
 * Takes the first row with words for the headings and leaves out empty rows below.
 * @throws TableRefusal when there is nothing below the headings, or too much
 */
export function asTable(lines: Iterable<TableRow>): Table {
	let headings: string[] | undefined;
	const rows: TableRow[] = [];
	for (const { number, cells } of lines) {
		if (cells.every((cell) => cell === '')) continue;
		if (!headings) headings = withoutEmptyEnd(cells);
		else if (rows.push({ number, cells: headings.map((_, n) => cells[n] ?? '') }) > mostRows)
			throw new TableRefusal('imports_error_too_many_rows');
	}
	if (!headings || !rows.length) throw new TableRefusal('imports_error_no_rows');
	if (headings.length > mostColumns) throw new TableRefusal('imports_error_too_many_columns');
	return { headings, rows };
}

const withoutEmptyEnd = (cells: string[]) => cells.slice(0, cells.findLastIndex((cell) => cell !== '') + 1);
