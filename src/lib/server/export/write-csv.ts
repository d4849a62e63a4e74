import { Readable, type Transform } from 'node:stream';
import { stringify } from 'csv-stringify';
import { dayOf, isDangerous, type Column, type Sheet } from './sheet.ts';

/** A CSV file as Excel opens it by itself: UTF-8 with its mark, semicolons, days as 27.11.2026. */
export function writeCsv<Row>({ columns, rows }: Sheet<Row>): Readable {
	const writer: Transform = stringify({ bom: true, delimiter: ';', record_delimiter: 'windows' });
	return Readable.from(records(columns, rows)).compose(writer) as Readable;
}

async function* records<Row>(columns: Column<Row>[], rows: Sheet<Row>['rows']) {
	yield columns.map(({ label }) => label);
	for await (const row of rows) yield columns.map((column) => cell(column, row));
}

function cell<Row>({ kind, value }: Column<Row>, row: Row): string {
	const given = value(row);
	if (given === null || given === undefined) return '';
	if (typeof given === 'number') return String(given);
	if (kind === 'day') return dayOf(given).split('-').reverse().join('.');
	return isDangerous(given) ? `'${given}` : given;
}
