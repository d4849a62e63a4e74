import { AsyncLocalStorage } from 'node:async_hooks';
import { bodyOf } from '../body.ts';
import { log } from '../log.ts';
import type { Column, Format, Sheet } from './sheet.ts';
import { writeCsv } from './write-csv.ts';
import { writeXlsx } from './write-xlsx.ts';

const mediaTypes: Record<Format, string> = {
	csv: 'text/csv; charset=utf-8',
	xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
};

/**
 * A sheet as a file to download, sent while it is read.
 * @param name of the file, without its ending
 * @param record told how many rows of it went out, also when somebody stopped in between
 * @param second another sheet of the workbook; a CSV has but one
 */
export function download<Row, Other = never>(
	name: string,
	format: Format,
	sheet: Sheet<Row>,
	record?: (rows: number) => Promise<unknown>,
	second?: Sheet<Other>
): Response {
	const rows = record ? counted(sheet.rows, record) : sheet.rows;
	const first = { ...sheet, columns: inLanguage(sheet.columns), rows };
	const file =
		format === 'csv'
			? writeCsv(first)
			: writeXlsx(first, second && { ...second, columns: inLanguage(second.columns) });
	file.on('error', (error) => {
		if (error.name !== 'AbortError') log.error('export', error); // that is somebody who left
	});
	return new Response(bodyOf(file), {
		headers: {
			'content-type': mediaTypes[format],
			'content-disposition': `attachment; filename="${name.replace(/[^\w.-]/g, '_')}.${format}"`,
			'cache-control': 'no-store'
		}
	});
}

/** The rows are written when the request is over; their words are still those of its language. */
function inLanguage<Row>(columns: Column<Row>[]): Column<Row>[] {
	const asNow = AsyncLocalStorage.snapshot();
	return columns.map((column) => ({ ...column, value: (row) => asNow(column.value, row) }));
}

async function* counted<Row>(rows: Sheet<Row>['rows'], record: (rows: number) => Promise<unknown>) {
	let count = 0;
	try {
		for await (const row of rows) {
			count++;
			yield row;
		}
	} finally {
		await record(count);
	}
}
