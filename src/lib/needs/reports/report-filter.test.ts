import { expect, test } from 'vitest';
import { chosenInWords } from './report-filter-words.ts';
import { addressOf, conditionsOf, isFiltered, readFilter, wrongPeriod } from './report-filter.ts';

const organisations = ['00000000-0000-4000-8000-000000000048', '00000000-0000-4000-8000-000000000053'];
const known = {
	fields: ['care', 'mobility'],
	groups: ['older_people'],
	municipalities: ['15085228'],
	organisations
};
const read = (query: string) => readFilter(new URLSearchParams(query), known);

test('the filter stands in the address and is read back from it', () => {
	const filter = {
		search: 'Bus & Bahn',
		field: 'mobility',
		state: 'offen',
		municipality: '15085228',
		sender: '000000000053',
		group: 'older_people',
		from: '2026-01-31',
		to: '2026-02-28',
		due: 'ueberfaellig',
		order: 'frist',
		own: 'ja',
		after: 'HZ-2026-9'
	} as const;
	expect(readFilter(new URL(addressOf(filter), 'http://x').searchParams, known)).toEqual(filter);
});

test('words nobody knows are left out', () => {
	expect(
		read(
			'feld=fliegen&stand=weg&ort=99999999&absender=48&gruppe=alle&ab=gestern&frist=bald&reihenfolge=laut&eigene=nein&fremd=1'
		)
	).toEqual({});
	expect(read('stand=constructor&reihenfolge=toString')).toEqual({});
});

test('an empty field is no filter', () => {
	expect(read('suche=++&feld=&stand=')).toEqual({});
	expect(addressOf({})).toBe('/bedarfe');
	expect(addressOf({ order: 'neueste' })).toBe('/bedarfe');
	expect(addressOf({ order: 'passend', search: 'Bus' })).toBe('/bedarfe?suche=Bus');
	expect(addressOf({ order: 'neueste', search: 'Bus' })).toBe('/bedarfe?suche=Bus&reihenfolge=neueste');
});

test('a search is cut, not refused', () => {
	expect(read(`suche=${'a'.repeat(900)}`).search).toHaveLength(200);
});

test('order and own reports leave nothing out', () => {
	expect(isFiltered({ order: 'frist', own: 'ja' })).toBe(false);
	expect(isFiltered({ due: 'diese-woche' })).toBe(true);
});

test('days are read as browsers send them and as people write them', () => {
	expect(read('ab=1.3.2026&bis=2026-03-31')).toEqual({ from: '2026-03-01', to: '2026-03-31' });
});

test('what is no day or no period is said', () => {
	const wrong = (query: string) => wrongPeriod(new URLSearchParams(query));
	expect(wrong('ab=31.2.2026')).toEqual({ day: '31.2.2026' });
	expect(wrong('bis=bald')).toEqual({ day: 'bald' });
	expect(wrong('ab=2026-03-02&bis=1.3.2026')).toBe('order');
	expect([wrong(''), wrong('ab=1.3.2026&bis=1.3.2026')]).toEqual([undefined, undefined]);
});

test('one’s own reports go before another sender', () => {
	expect(conditionsOf({ sender: '000000000053' }, null, organisations)).toEqual({
		organisation: organisations[1]
	});
	expect(conditionsOf({ sender: '000000000053', own: 'ja' }, 'mine', organisations)).toEqual({
		organisation: 'mine'
	});
});

test('what is chosen is said in words, in the order of the fields', () => {
	const given = {
		fields: [{ key: 'mobility', label: 'Mobilität', labelEn: 'Mobility' }],
		groups: [{ key: 'older_people', label: 'ältere Menschen', labelEn: 'older people' }],
		municipalities: [],
		organisations: []
	};
	const filter = read('suche=Bus&feld=mobility&stand=antwort-da&gruppe=older_people&ab=2026-01-31');
	expect(chosenInWords(filter, given)).toBe(
		'„Bus“, Mobilität, Antwort auf Ihre Rückfrage ist da, ältere Menschen, Eingegangen ab 31.01.2026'
	);
	expect(chosenInWords({ order: 'frist', own: 'ja' }, given)).toBe('');
});
