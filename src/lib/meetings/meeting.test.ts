import { expect, test } from 'vitest';
import { meetingForm } from './meeting.ts';

const year = new Date().getFullYear() + 1;
const typed = { title: 'Sitzung', body: '', starts: '17:30', ends: '', place: '', access: 'public' };
const said = (change: object) =>
	meetingForm
		.safeParse({ ...typed, day: `${year}-05-04`, ...change })
		.error?.issues.map(({ message }) => message);

test.each([`${year}-05-04`, `4.5.${year}`])('a day may be typed as %s', (day) => {
	expect(meetingForm.parse({ ...typed, day }).day).toBe(`${year}-05-04`);
});

test.each([
	['', 'meetings_error_day'],
	[`31.02.${year}`, 'calls_error_no_day'],
	['0026-05-04', 'calls_error_no_day'],
	['morgen', 'calls_error_no_day']
])('"%s" is no day of a meeting', (day, message) => {
	expect(said({ day })).toEqual([message]);
});

test.each(['18:00', '18.00', '18 Uhr', '18'])('a time may be typed as %s', (starts) => {
	expect(meetingForm.parse({ ...typed, day: `${year}-05-04`, starts }).starts).toBe('18:00');
});

test.each(['', '25:00', 'abends'])('"%s" is no beginning of a meeting', (starts) => {
	expect(said({ starts })).toEqual(['meetings_error_time']);
	expect(said({ starts, ends: '26:00' })).toEqual(['meetings_error_time', 'meetings_error_time']);
});

test('an end may be left open, but is a time', () => {
	expect(said({ ends: '' })).toBeUndefined();
	expect(said({ ends: '25:00' })).toEqual(['meetings_error_time']);
});
