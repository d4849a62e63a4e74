import { Readable, type Transform } from 'node:stream';
import { stringify } from 'csv-stringify';
import { dayOf, isDangerous, type Column, type Sheet } from './sheet.ts';

/** A CSV file as Excel opens it by itself: UTF-8 with its mark, semicolons, days as 27.11.2026, numbers as 12,5. */
export function writeCsv<Row>({ columns, rows }: Sheet<Row>): Readable {
	const writer: Transform = stringify({ bom: true, delimiter: ';', record_delimiter: 'windows' });
	const source = Readable.from(records(columns, rows));
	source.on('error', (error) => writer.destroy(error));
	writer.on('close', () => source.destroy());
	return source.pipe(writer);
}

async function* records<Row>(columns: Column<Row>[], rows: Sheet<Row>['rows']) {
	yield columns.map(({ label }) => label);
	for await (const row of rows) yield columns.map((column) => cell(column, row));
}

function cell<Row>({ kind, value }: Column<Row>, row: Row): string {
	const given = value(row);
	if (given === null || given === undefined) return '';
	if (typeof given === 'number') return String(given).replace('.', ','); // 12.5 would be the 12th of May
	if (kind === 'day') return dayOf(given).split('-').reverse().join('.');
	return isDangerous(given) ? `'${given}` : given;
}
