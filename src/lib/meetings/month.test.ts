import { expect, test } from 'vitest';
import { monthsFrom, readMonth } from './month.ts';

test('an address without a month, or with none there is, means the present one in Berlin', () => {
	const lastNight = new Date('2027-01-31T23:30:00Z');
	expect(readMonth(null, lastNight)).toBe('2027-02');
	expect(readMonth('2027-13', lastNight)).toBe('2027-02');
	expect(readMonth("2027-03'", lastNight)).toBe('2027-02');
	expect(readMonth('2026-12', lastNight)).toBe('2026-12');
});

test('months follow each other across the year', () => {
	expect(monthsFrom('2026-12', 1)).toBe('2027-01');
	expect(monthsFrom('2027-01', -1)).toBe('2026-12');
});
