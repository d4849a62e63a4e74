import { expect, test } from 'vitest';
import { addressOfPool, gapInWords, needState, readPoolFilter } from './need.ts';

const need = { settled_at: null, reports: 2, unanswered: 0, gaps: 0, heir: null };

test('a need says what keeps it from being settled', () => {
	expect(needState({ ...need, unanswered: 1 }).word).toBe('Eine Meldung ohne Antwort');
	expect(needState({ ...need, unanswered: 2 }).word).toBe('2 Meldungen ohne Antwort');
	expect(needState({ ...need, reports: 0 }).word).toBe('Ohne Meldung');
	expect(needState(need).word).toBe('Alle beantwortet');
	expect(needState({ ...need, reports: 0, heir: 'HZ-B-2' }).word).toBe('Aufgegangen in HZ-B-2');
});

test('a settled need whose gap is open does not look done', () => {
	const settled = { ...need, settled_at: '2026-11-12T10:00:00Z' };
	expect(needState(settled)).toEqual({ sign: 'done', word: 'Erledigt am 12.11.2026' });
	expect(needState({ ...settled, gaps: 1 }).sign).toBe('late');
});

test('silence is said with its date, never left blank', () => {
	const asked = { gapVerdict: null, gapAskedAt: '2026-11-12T10:00:00Z', gapAnsweredAt: null };
	expect(gapInWords(asked).word).toBe('Keine Antwort seit 12. November 2026');
	expect(gapInWords({ ...asked, gapAskedAt: null }).word).toBe('Noch nicht gefragt');
	expect(gapInWords({ ...asked, gapVerdict: 'partly', gapAnsweredAt: '2026-11-14T10:00:00Z' })).toEqual({
		sign: 'late',
		word: 'Teilweise'
	});
});

test('an unknown filter shows what is open', () => {
	const states = ['', 'erledigt', 'quatsch', 'toString'].map(
		(stand) => readPoolFilter(new URLSearchParams({ stand })).state
	);
	expect(states).toEqual(['offen', 'erledigt', 'offen', 'offen']);
});

test('the search in the pool stands in the address and is read back from it', () => {
	const filter = { state: 'alle', search: 'Bus & Bahn', after: 'HZ-B-9' } as const;
	expect(readPoolFilter(new URL(addressOfPool(filter), 'http://x').searchParams)).toEqual(filter);
	expect(addressOfPool({ state: 'offen' })).toBe('/bedarfe/pool');
});
