import { expect, test } from 'vitest';
import { meetingInWords } from './preparation.ts';

const inside = '2026-12-03T17:00:00Z';
const after = '2027-01-14T17:00:00Z';

test.each([
	['kept, and in time', { firstInside: inside, keepsCalendar: true }, 'done', 'Sitzung am 3. Dezember 2026'],
	[
		'kept, and too late',
		{ firstAfter: after, keepsCalendar: true },
		'late',
		'die nächste am 14. Januar 2027'
	],
	['not known, but a day is', { firstAfter: after, keepsCalendar: null }, 'open', '14. Januar 2027'],
	['on demand', { keepsCalendar: false }, 'open', 'tagt nach Bedarf'],
	['on demand, and a day is known', { firstAfter: after, keepsCalendar: false }, 'open', '14. Januar 2027'],
	['not known', { keepsCalendar: null }, 'open', 'Kalender nicht bekannt']
])('a calendar %s', (_, known, sign, word) => {
	const check = {
		organisationId: 'x',
		organisationName: 'Stadt Thale',
		firstInside: null,
		firstAfter: null,
		...known
	};
	expect(meetingInWords(check)).toEqual({ sign, word: expect.stringContaining(word) });
});
