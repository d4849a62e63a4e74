import { knownHeadings } from './columns.ts';

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

/** What the file holds and the table does not: a cell that no heading stands over, a line above them, a sheet that was not read. */
export interface Remark {
	remark: 'surplus' | 'above' | 'sheet' | 'hidden_sheet';
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
 * Finds the headings and leaves out empty rows below. Lines above the headings and cells that no heading stands over are
 * named.
 * @param wanted words that headings may have
 * @throws TableRefusal when there is nothing below the headings, or too much
 */
export function asTable(lines: Iterable<TableRow>, wanted: readonly string[] = []): Table {
	const filled = [...lines].filter(({ cells }) => cells.some((cell) => cell !== ''));
	const at = placeOfHeadings(filled, wanted);
	const headings = withoutEmptyEnd(filled[at]?.cells ?? []);
	const remarks: Remark[] = filled
		.slice(0, at)
		.map(({ number, cells }) => ({ remark: 'above', number, column: null, value: shortOf(cells) }));
	const rows: TableRow[] = [];
	for (const { number, cells } of filled.slice(at + 1)) {
		cells.forEach((value, n) => {
			if (value && !headings[n] && remarks.length < mostRemarks)
				remarks.push({ remark: 'surplus', number, column: columnLetters(n), value: value.slice(0, 200) });
		});
		if (headings.every((heading, n) => !heading || !cells[n])) continue; // a note beside the table
		if (rows.push({ number, cells: headings.map((_, n) => cells[n] ?? '') }) > mostRows)
			throw new TableRefusal('imports_error_too_many_rows');
	}
	if (!rows.length) throw new TableRefusal('imports_error_no_rows');
	if (headings.length > mostColumns) throw new TableRefusal('imports_error_too_many_columns');
	return { headings, rows, remarks };
}

/** Above the headings there may be a title and a few lines of explanation. */
export const mostAbove = 15;

/** The first row that has two wanted headings, else the first with two words at all, else the first. */
function placeOfHeadings(rows: TableRow[], wanted: readonly string[]): number {
	const first = rows.slice(0, mostAbove);
	const known = first.findIndex(({ cells }) => knownHeadings(cells, wanted) > 1);
	const wide = first.findIndex(({ cells }) => cells.filter(Boolean).length > 1);
	return Math.max(known >= 0 ? known : wide, 0);
}

const shortOf = (cells: string[]) => cells.filter(Boolean).join('; ').slice(0, 200);
const withoutEmptyEnd = (cells: string[]) => cells.slice(0, cells.findLastIndex((cell) => cell !== '') + 1);

/** 0 is A, 25 is Z, 26 is AA. */
const columnLetters = (n: number): string =>
	(n >= 26 ? columnLetters(Math.floor(n / 26) - 1) : '') + String.fromCharCode(65 + (n % 26));

/** A is 1, Z is 26, AA is 27. */
export const columnNumber = (letters: string) =>
	[...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
