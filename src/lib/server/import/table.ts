/** A table as it was read: its headings, and its rows by their number in the file (the headings stand in row 1 or below). */
export interface Table {
	headings: string[];
	rows: TableRow[];
	remarks: Remark[];
}

export interface TableRow {
	number: number;
	/** As many as there are headings; dates as `2026-11-27`, numbers as they were written. */
	cells: string[];
}

/** What the file holds and the table does not: a cell that no heading stands over, or a sheet that was not read. */
export interface Remark {
	remark: 'surplus' | 'sheet' | 'hidden_sheet';
	number: number | null;
	/** By its letter. */
	column: string | null;
	value: string;
}

export const mostBytes = 10 * 1024 * 1024;
export const mostRows = 5000;
export const mostColumns = 100;
/** Beyond this nothing may stand, however little lies between. */
export const farthest = { row: 4 * mostRows, column: 2 * mostColumns };
const mostRemarks = 200;

/** The file cannot be read. `messageKey` says what to do. */
export class TableRefusal extends Error {
	readonly messageKey: string;
	readonly inputs: Record<string, string>;
	constructor(messageKey: string, inputs: Record<string, string> = {}) {
		super(messageKey);
		this.messageKey = messageKey;
		this.inputs = inputs;
	}
}

/**
 * Takes the first row with words for the headings and leaves out empty rows below. Cells that no heading stands over are
 * named.
 * @throws TableRefusal when there is nothing below the headings, or too much
 */
export function asTable(lines: Iterable<TableRow>): Table {
	let headings: string[] | undefined;
	const rows: TableRow[] = [];
	const remarks: Remark[] = [];
	for (const { number, cells } of lines) {
		if (cells.every((cell) => cell === '')) continue;
		if (!headings) {
			headings = withoutEmptyEnd(cells);
			continue;
		}
		const known = headings;
		cells.forEach((value, n) => {
			if (value && !known[n] && remarks.length < mostRemarks)
				remarks.push({ remark: 'surplus', number, column: columnLetters(n), value: value.slice(0, 200) });
		});
		if (known.every((heading, n) => !heading || !cells[n])) continue; // a note beside the table
		if (rows.push({ number, cells: known.map((_, n) => cells[n] ?? '') }) > mostRows)
			throw new TableRefusal('imports_error_too_many_rows');
	}
	if (!headings || !rows.length) throw new TableRefusal('imports_error_no_rows');
	if (headings.length > mostColumns) throw new TableRefusal('imports_error_too_many_columns');
	return { headings, rows, remarks };
}

const withoutEmptyEnd = (cells: string[]) => cells.slice(0, cells.findLastIndex((cell) => cell !== '') + 1);

/** 0 is A, 25 is Z, 26 is AA. */
const columnLetters = (n: number): string =>
	(n >= 26 ? columnLetters(Math.floor(n / 26) - 1) : '') + String.fromCharCode(65 + (n % 26));

/** A is 1, Z is 26, AA is 27. */
export const columnNumber = (letters: string) =>
	[...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
