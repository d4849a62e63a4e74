import { expect, test } from 'vitest';
import { anyDay, timeOfDay } from './day-and-time.ts';

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
