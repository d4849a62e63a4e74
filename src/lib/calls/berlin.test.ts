import { expect, test } from 'vitest';
import { anyDay, inBerlin, momentInBerlin, timeOfDay } from './berlin.ts';

test('a moment is a day and a time in Berlin, in summer and in winter', () => {
	expect(inBerlin('2026-12-18T22:59:00Z')).toEqual({ day: '2026-12-18', time: '23:59' });
	expect(inBerlin('2026-07-01T21:59:00Z')).toEqual({ day: '2026-07-01', time: '23:59' });
});

test('a deadline without a time is the end of its day', () => {
	expect(momentInBerlin('2026-12-18')).toBe('2026-12-18 23:59 Europe/Berlin');
});

test.each([
	['2027-03-12', '2027-03-12'],
	['12.3.2027', '2027-03-12']
])('%s is a day', (text, day) => {
	expect(anyDay.parse(text)).toBe(day);
});

test.each(['', '31.2.2027', 'morgen'])('"%s" is no day', (text) => {
	expect(anyDay.safeParse(text).success).toBe(false);
});

test.each([
	['23:59', '23:59'],
	['9 Uhr', '09:00'],
	['9.30', '09:30'],
	['18:00:00', '18:00']
])('%s is a time', (text, time) => {
	expect(timeOfDay.parse(text)).toBe(time);
});

test.each(['', '24:00', '9:75', 'abends'])('"%s" is no time', (text) => {
	expect(timeOfDay.safeParse(text).success).toBe(false);
});
