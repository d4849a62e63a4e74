import { expect, test } from 'vitest';
import { isInOrder, startsOn, termForm } from './term.ts';

test.each([
	['2027-03-12', '2027-03-12'],
	['12.3.2027', '2027-03-12'],
	[' 12.03.2027 ', '2027-03-12'],
	['', null]
])('%j is read as %j', (typed, day) => {
	expect(termForm.parse({ endsOn: typed })).toEqual({ endsOn: day });
});

test.each(['31.02.2027', '2027-13-01', 'morgen'])('%j is no day', (typed) => {
	expect(termForm.safeParse({ endsOn: typed }).success).toBe(false);
});

test('a term has a first day and does not end before it', () => {
	expect(startsOn.safeParse('').success).toBe(false);
	expect(isInOrder({ startsOn: '2027-01-02', endsOn: '2027-01-01' })).toBe(false);
	expect(isInOrder({ startsOn: '2027-01-02', endsOn: '2027-01-02' })).toBe(true);
	expect(isInOrder({ startsOn: '2027-01-02', endsOn: null })).toBe(true);
});
