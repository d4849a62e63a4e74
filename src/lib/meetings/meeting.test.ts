import { expect, test } from 'vitest';
import { meetingForm } from './meeting.ts';

const year = new Date().getFullYear() + 1;
const typed = { title: 'Sitzung', body: '', starts: '17:30', ends: '', place: '', access: 'public' };

test.each([`${year}-05-04`, `4.5.${year}`])('a day may be typed as %s', (day) => {
	expect(meetingForm.parse({ ...typed, day }).day).toBe(`${year}-05-04`);
});

test.each(['', `${year}-02-31`, '0026-05-04', 'morgen'])('"%s" is no day of a meeting', (day) => {
	const { error } = meetingForm.safeParse({ ...typed, day });
	expect(error?.issues.map(({ message }) => message)).toEqual(['meetings_error_day']);
});
