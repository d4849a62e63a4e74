import { expect, test } from 'vitest';
import { digitsOf, instantOf, isZone, momentOf, wallOf } from './berlin.ts';

test('a meeting in winter and one in summer begin by the clock on the wall', () => {
	expect(instantOf('2027-01-12', '17:30').toISOString()).toBe('2027-01-12T16:30:00.000Z');
	expect(instantOf('2027-07-12', '17:30').toISOString()).toBe('2027-07-12T15:30:00.000Z');
});

test('the nights on which the clock is changed', () => {
	expect(instantOf('2027-03-28', '01:59').toISOString()).toBe('2027-03-28T00:59:00.000Z');
	expect(instantOf('2027-03-28', '02:30').toISOString()).toBe('2027-03-28T01:30:00.000Z');
	expect(instantOf('2027-03-28', '03:00').toISOString()).toBe('2027-03-28T01:00:00.000Z');
	expect(instantOf('2027-10-31', '02:30').toISOString()).toBe('2027-10-31T01:30:00.000Z');
	expect(instantOf('2027-10-31', '00:30').toISOString()).toBe('2027-10-30T22:30:00.000Z');
});

test('every minute of those nights shows what a clock shows', () => {
	for (const night of ['2027-03-27T22:00:00Z', '2027-10-30T21:00:00Z'])
		for (let minute = 0; minute < 360; minute++) {
			const at = new Date(Date.parse(night) + minute * 60_000 + 59_999);
			const { day, time } = wallOf(at);
			expect(`${day} ${time}`).toBe(digitsOf(at).slice(0, 16));
		}
});

test('a deadline without a time is the end of its day', () => {
	expect(momentOf('2026-12-18')).toBe('2026-12-18T22:59:00.000Z');
	expect(wallOf('2026-07-01T21:59:00Z')).toEqual({ day: '2026-07-01', time: '23:59' });
});

test('fields get back what was typed', () => {
	expect(wallOf('2027-07-12T15:30:00Z')).toEqual({ day: '2027-07-12', time: '17:30' });
	expect(wallOf(instantOf('2027-03-28', '18:00')).time).toBe('18:00');
});

test('zones are known by their names', () => {
	expect(isZone('America/New_York')).toBe(true);
	expect(isZone('W. Europe Standard Time')).toBe(false);
});
