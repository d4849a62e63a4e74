import { afterAll, afterEach, describe, expect, test } from 'vitest';
import * as format from './format.ts';
import { getLocale, overwriteGetLocale, type Locale } from './paraglide/runtime.js';

const speak = (locale: Locale) => overwriteGetLocale(() => locale);
const spoken = getLocale;
afterEach(() => speak('de'));
afterAll(() => overwriteGetLocale(spoken));

const deadline = '2027-03-12T22:59:00Z';
const now = '2027-02-21T11:00:00Z';
const words = (text: string) => text.replace(/\u00a0|\u202f/g, ' ');

describe('dates', () => {
	test('a moment names weekday, day and time in Berlin', () => {
		expect(format.moment(deadline)).toBe('Freitag, 12. März 2027, 23:59 Uhr');
		expect(format.date(deadline)).toBe('12. März 2027');
		expect(format.shortDate(deadline)).toBe('12.03.2027');
		expect(format.time(deadline)).toBe('23:59 Uhr');
	});

	test('summer time counts', () => {
		expect(format.moment('2027-07-01T21:59:00Z')).toBe('Donnerstag, 1. Juli 2027, 23:59 Uhr');
	});

	test('a day without a time stays that day', () => {
		expect(format.weekday('2027-01-11')).toBe('Montag, 11. Januar 2027');
	});

	test('English and plain German have their own words', () => {
		speak('en');
		expect(format.moment(deadline)).toBe('Friday, 12 March 2027, 23:59');
		expect(format.timeLeft(deadline, now)).toBe('in 19 days');
		expect(format.timeLeft('2027-02-19', now)).toBe('overdue for 2 days');
		speak('de-x-leicht');
		expect(format.moment(deadline)).toBe('Freitag, 12. März 2027, 23:59 Uhr');
		expect(format.timeLeft('2027-02-19', now)).toBe('seit 2 Tagen zu spät');
	});
});

describe('time left', () => {
	test.each([
		['2027-03-12', 'in 19 Tagen'],
		['2027-02-22', 'morgen'],
		['2027-02-21', 'heute'],
		['2027-02-20', 'seit gestern überfällig'],
		['2027-02-19', 'seit 2 Tagen überfällig']
	])('due on %s is %s', (due, expected) => {
		expect(format.timeLeft(due, now)).toBe(expected);
	});

	test('the day changes at midnight in Berlin, not in London', () => {
		expect(format.timeLeft('2027-07-01T21:59:00Z', '2027-07-01T21:30:00Z')).toBe('heute');
		expect(format.timeLeft('2027-07-01T21:59:00Z', '2027-07-01T22:30:00Z')).toBe('seit gestern überfällig');
		expect(format.isOverdue('2027-07-01T21:59:00Z', '2027-07-01T22:30:00Z')).toBe(true);
	});

	test('a change of the clock does not lose a day', () => {
		expect(format.timeLeft('2027-03-29', '2027-03-27T12:00:00Z')).toBe('übermorgen');
	});

	test('what was is told in days', () => {
		expect(format.ago('2027-02-21T08:00:00Z', now)).toBe('heute');
		expect(format.ago('2027-02-20T08:00:00Z', now)).toBe('gestern');
		expect(format.ago('2027-02-11T08:00:00Z', now)).toBe('vor 10 Tagen');
	});
});

test('numbers and lists', () => {
	expect(words(format.number(2400))).toBe('2.400');
	expect(format.list(['Wohnen', 'Pflege', 'Mobilität'])).toBe('Wohnen, Pflege und Mobilität');
	speak('en');
	expect(format.number(2400)).toBe('2,400');
});
