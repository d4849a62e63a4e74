import { expect, test } from 'vitest';
import { clockOf, countInWords, stateOf } from './need-report-list.ts';

const now = '2026-11-23T12:00:00+01:00';
const report = { interim_due_on: '2026-11-25', final_due_on: '2027-01-10', interim_at: null, final_at: null };

test('the number of reports is said in words', () => {
	expect([0, 1, 18, 500, 501].map(countInWords)).toEqual([
		'Keine Meldung',
		'Eine Meldung',
		'18 Meldungen',
		'500 Meldungen',
		'Mehr als 500 Meldungen'
	]);
});

test('a closed report says what its reporter thinks of the gap', () => {
	expect(stateOf('closed', 'no').word).toBe('Lücke besteht weiter');
	expect(stateOf('closed').word).toBe('Abgeschlossen');
	expect(stateOf('received', null)).toEqual({ sign: 'open', word: 'Eingegangen' });
});

test('the interim status is due before the answer', () => {
	expect(clockOf(report, now)).toEqual({ sign: 'open', word: 'Zwischenstand bis 25.11.2026, übermorgen' });
	const told = { ...report, interim_at: '2026-11-20T09:00:00Z' };
	expect(clockOf(told, now)).toEqual({ sign: 'open', word: 'Antwort bis 10.01.2027, in 48 Tagen' });
});

test('what is overdue is said, the answer before the interim status', () => {
	const late = { ...report, interim_due_on: '2026-11-22' };
	expect(clockOf(late, now)).toEqual({
		sign: 'late',
		word: 'Zwischenstand bis 22.11.2026, seit gestern überfällig'
	});
	expect(clockOf({ ...late, final_due_on: '2026-11-20' }, now).word).toBe(
		'Antwort bis 20.11.2026, seit 3 Tagen überfällig'
	);
});

test('due today is not overdue', () => {
	expect(clockOf({ ...report, interim_due_on: '2026-11-23' }, now)).toEqual({
		sign: 'open',
		word: 'Zwischenstand bis 23.11.2026, heute'
	});
});

test('an answer stops the clock', () => {
	const answered = { ...report, final_due_on: '2026-11-01', final_at: '2026-11-16T09:00:00Z' };
	expect(clockOf(answered, now)).toEqual({ sign: 'done', word: 'Beantwortet am 16.11.2026' });
});
