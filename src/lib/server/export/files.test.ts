import { buffer } from 'node:stream/consumers';
import { setImmediate, setTimeout } from 'node:timers/promises';
import { readSheet } from 'read-excel-file/node';
import { describe, expect, test, vi } from 'vitest';
import { readTable } from '../import/read-table.ts';
import { download } from './download.ts';
import type { Column, Sheet } from './sheet.ts';
import { writeCsv } from './write-csv.ts';
import { writeXlsx } from './write-xlsx.ts';

/* What leaves here is opened in Excel: words stay words, days are days, and nothing is a formula. */

type Row = { title: string; on: string | null; count: number };
const columns: Column<Row>[] = [
	{ label: 'Titel', width: 40, value: ({ title }) => title },
	{ label: 'Eingang', width: 12, kind: 'day', value: ({ on }) => on },
	{ label: 'Anzahl', width: 8, kind: 'number', value: ({ count }) => count }
];
const sheetOf = (rows: Row[]): Sheet<Row> => ({
	name: 'Meldungen',
	columns,
	rows,
	notes: ['Quelle: Landkreis']
});
const formulas = [
	'=1+1',
	'+49 3941',
	'-5',
	'@SUM(A1)',
	'\t=1',
	'\r=1',
	'=HYPERLINK("http://x.example";"hier")'
];

test('a CSV opens in Excel by itself: mark, semicolons, German days and numbers, quotes and line breaks kept', async () => {
	const rows = [{ title: 'Bus "spät";\nund abends', on: '2026-11-27T23:30:00Z', count: 12.5 }];
	expect(String(await buffer(writeCsv(sheetOf(rows))))).toBe(
		'\ufeffTitel;Eingang;Anzahl\r\n"Bus ""spät"";\nund abends";28.11.2026;12,5\r\n'
	);
});

test.each(formulas)('no cell of a CSV begins like a formula: %j', async (title) => {
	const csv = String(await buffer(writeCsv(sheetOf([{ title, on: null, count: 1 }]))));
	expect(csv.split('\r\n')[1]).toMatch(/^"?'/);
});

test.each(formulas)('in an Excel file it is text: %j', async (title) => {
	const file = await buffer(writeXlsx(sheetOf([{ title, on: null, count: 1 }])));
	const [, row] = await readSheet(file, { trim: false });
	expect(row?.[0]).toBe(title);
});

test('an Excel file has its days as days and its numbers as numbers', async () => {
	const rows = [{ title: 'Öffnung <b>&"', on: '2026-11-27', count: 1200 }];
	const [head, row] = await readSheet(await buffer(writeXlsx(sheetOf(rows))));
	expect(head).toEqual(['Titel', 'Eingang', 'Anzahl']);
	expect(row).toEqual(['Öffnung <b>&"', new Date('2026-11-27T00:00:00Z'), 1200]);
});

test('characters that no Excel file may hold are left out', async () => {
	const rows = [{ title: 'a\u0000b\u000bc\ud800d😀', on: null, count: 1 }];
	const [, row] = await readSheet(await buffer(writeXlsx(sheetOf(rows))));
	expect(row?.[0]).toBe('abcd😀');
});

test('a second sheet stands between the first and the notes', async () => {
	const second = { ...sheetOf([{ title: 'Wort', on: null, count: 2 }]), name: 'Antworten' };
	const file = await buffer(writeXlsx(sheetOf([{ title: 'Zahl', on: null, count: 1 }]), second));
	const titles = await Promise.all([1, 2, 3].map(async (n) => (await readSheet(file, n))[1]?.[0]));
	expect(titles).toEqual(['Zahl', 'Wort', undefined]);
	expect((await readSheet(file, 'Antworten'))[1]?.[0]).toBe('Wort');
	expect((await readSheet(file, 'Hinweise'))[0]?.[0]).toBe('Quelle: Landkreis');
});

test('what went out can be read in again', async () => {
	const rows = [{ title: '=1+1', on: '2026-11-27', count: 7 }];
	for (const [name, file] of [
		['a.csv', await buffer(writeCsv(sheetOf(rows)))],
		['a.xlsx', await buffer(writeXlsx(sheetOf(rows)))]
	] as const) {
		const { table } = await readTable(new File([new Uint8Array(file)], name));
		expect(table.headings).toEqual(['Titel', 'Eingang', 'Anzahl']);
		expect(table.rows[0]?.cells[0]).toBe('=1+1');
	}
});

describe.each(['csv', 'xlsx'] as const)('%s that breaks off', (format) => {
	const sent = (rows: AsyncIterable<Row>, counted: (rows: number) => Promise<void>) =>
		download('x', format, { ...sheetOf([]), rows }, counted).body!.getReader();
	async function* rows(failsAt?: number) {
		for (let count = 0; count < 20_000; count++) {
			if (count === failsAt) throw new Error('the database is gone');
			if (count % 100 === 0) await setImmediate();
			yield { title: 'x'.repeat(200), on: null, count };
		}
	}

	test('ends as an error of this answer and of nothing else, and is counted', async () => {
		const counted = vi.fn(async () => {});
		const reader = sent(rows(5000), counted);
		await expect(async () => {
			while (!(await reader.read()).done);
		}).rejects.toThrow('the database is gone');
		expect(counted).toHaveBeenCalledWith(5000);
	});

	test('stops reading when nobody listens any more', async () => {
		let pulled = 0;
		async function* watched() {
			for await (const row of rows()) {
				pulled++;
				yield row;
			}
		}
		const reader = sent(watched(), async () => {});
		await reader.read();
		await reader.cancel();
		await setTimeout(50);
		const then = pulled;
		await setTimeout(100);
		expect(pulled).toBe(then);
		expect(pulled).toBeLessThan(20_000);
	});
});
