import { wallOf } from '#lib/i18n/berlin.ts';

/** A column of a file that goes out. */
export interface Column<Row> {
	label: string;
	/** In characters. */
	width: number;
	/** `day`: an ISO date or moment. */
	kind?: 'text' | 'day' | 'number';
	value: (row: Row) => string | number | null | undefined;
}

export interface Sheet<Row> {
	/** Name of the sheet, at most 31 characters. */
	name: string;
	columns: Column<Row>[];
	rows: AsyncIterable<Row> | Iterable<Row>;
	/** What the second sheet says: source, date, filter. */
	notes: string[];
}

export type Format = 'csv' | 'xlsx';

/** What Excel and others would take for a formula. Source: OWASP, CSV Injection. */
export const isDangerous = (text: string) => /^[=+\-@\t\r]/.test(text);

/** `2026-11-27` in Berlin. */
export function dayOf(value: string): string {
	return value.length === 10 ? value : wallOf(value).day;
}
