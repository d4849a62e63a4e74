import { expect, test } from 'vitest';
import { barrierClock, mailOf } from './barrier-report.ts';

const now = '2026-11-23T12:00:00+01:00';

test('a barrier report says until when it is to be answered', () => {
	const on = (due_on: string) => barrierClock({ due_on, answered_at: null }, now);
	expect(on('2026-12-19')).toEqual({ sign: 'open', word: 'Antwort bis 19. Dezember 2026, in 26 Tagen' });
	expect(on('2026-11-22').sign).toBe('late');
});

test('an answered one says when it was answered', () => {
	expect(barrierClock({ due_on: '2026-11-01', answered_at: '2026-11-07T08:00:00Z' }, now)).toEqual({
		sign: 'done',
		word: 'Beantwortet am 07.11.2026'
	});
});

test('a contact that is a mail address can be written to', () => {
	expect(mailOf('leser@beispiel.example')).toBe('leser@beispiel.example');
	expect([mailOf('03941 123'), mailOf(null), mailOf('a@b c@d.e')]).toEqual([null, null, null]);
});
