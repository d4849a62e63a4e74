import { expect, test } from 'vitest';
import { addressOf, isFiltered, readFilter } from './report-filter.ts';

const known = { fields: ['care', 'mobility'], municipalities: ['15085228'] };
const read = (query: string) => readFilter(new URLSearchParams(query), known);

test('the filter stands in the address and is read back from it', () => {
	const filter = {
		search: 'Bus & Bahn',
		field: 'mobility',
		state: 'offen',
		municipality: '15085228',
		due: 'ueberfaellig',
		order: 'frist',
		own: 'ja',
		after: 'HZ-2026-9'
	} as const;
	expect(readFilter(new URL(addressOf(filter), 'http://x').searchParams, known)).toEqual(filter);
});

test('words nobody knows are left out', () => {
	expect(read('feld=fliegen&stand=weg&ort=99999999&frist=bald&reihenfolge=laut&eigene=nein&fremd=1')).toEqual(
		{}
	);
	expect(read('stand=constructor&reihenfolge=toString')).toEqual({});
});

test('an empty field is no filter', () => {
	expect(read('suche=++&feld=&stand=')).toEqual({});
	expect(addressOf({})).toBe('/bedarfe');
	expect(addressOf({ order: 'neueste' })).toBe('/bedarfe');
});

test('a search is cut, not refused', () => {
	expect(read(`suche=${'a'.repeat(900)}`).search).toHaveLength(200);
});

test('order and own reports leave nothing out', () => {
	expect(isFiltered({ order: 'frist', own: 'ja' })).toBe(false);
	expect(isFiltered({ due: 'diese-woche' })).toBe(true);
});
