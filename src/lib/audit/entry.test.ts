import { expect, test } from 'vitest';
import {
	addressOfAudit,
	filterInWords,
	readAuditFilter,
	auditedMonths,
	whatHappened,
	whoDidIt,
	type Entry
} from './entry.ts';

const entry = (kind: string, rest: Partial<Entry> = {}): Entry => ({
	key: 'a1',
	topic: 'sign_ins',
	kind,
	detail: {},
	person_name: null,
	created_at: '2026-11-27T10:00:00Z',
	...rest
});

const known = {
	fields: [{ key: 'care', label: 'Pflege und Angehörige', labelEn: 'Care' }],
	groups: [],
	municipalities: [{ ags: '15085190', name: 'Oberharz am Brocken' }],
	organisations: []
};

test('a filter stands in the address and comes back from it', () => {
	const filter = { topic: 'ausfuhren', month: '2026-11' } as const;
	const address = addressOfAudit(filter, 'a7');
	expect(address).toBe('/verwaltung/protokoll?art=ausfuhren&monat=2026-11&nach=a7');
	expect(readAuditFilter(new URL(address, 'https://x.example').searchParams)).toEqual(filter);
	expect(addressOfAudit({})).toBe('/verwaltung/protokoll');
});

test('nonsense in the address is no filter', () => {
	expect(readAuditFilter(new URLSearchParams({ art: 'toString', monat: '2026-13' }))).toEqual({});
});

test('the months go back over two years', () => {
	const months = auditedMonths(new Date('2026-01-31T12:00:00Z'));
	expect(months.slice(0, 3)).toEqual(['2026-01', '2025-12', '2025-11']);
	expect(months).toHaveLength(25);
});

test('an export says list, rows and filter', () => {
	const exported = entry('exported', {
		topic: 'exports',
		detail: {
			list: 'need_reports',
			rows: 1200,
			filter: { field: 'care', municipality: '15085190', state: 'offen', search: '…' }
		},
		person_name: 'Frau Albrecht'
	});
	expect(whatHappened(exported)).toBe('Liste heruntergeladen: Bedarfsmeldungen, Zeilen: 1.200');
	expect(filterInWords(exported, known)).toBe(
		'Filter – Handlungsfeld: Pflege und Angehörige, Gemeinde: Oberharz am Brocken, Stand: Noch ohne Antwort und Suchwort oder Nummer: …'
	);
	const pooled = entry('exported', { detail: { list: 'needs', rows: 3, filter: { state: 'offen' } } });
	expect(filterInWords(pooled, known)).toBe('Filter – Stand: offen');
	expect(whoDidIt(exported)).toBe('Frau Albrecht');
});

test('who mistypes is not known, who operates has no name here, an unknown kind is still a line', () => {
	const failed = entry('sign_in_failed', { detail: { account: '3fa4c1d2', count: 4 } });
	expect(whatHappened(failed)).toContain('Versuch 4');
	expect(whoDidIt(failed)).toBe('nicht bekannt');
	expect(whoDidIt(entry('operator_backup', { topic: 'operator' }))).toBe('Betrieb der Plattform');
	expect(whatHappened(entry('token_made', { detail: { days: 90 } }))).toBe(
		'Zugriff für ein Programm angelegt, er gilt 90 Tage'
	);
	expect(whatHappened(entry('brand_new'))).toBe('Anderer Vorgang');
	expect(filterInWords(entry('signed_in'), known)).toBe('');
});
