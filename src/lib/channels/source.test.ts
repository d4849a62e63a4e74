import { expect, test } from 'vitest';
import { memberSource, source } from './source-form.ts';
import { sourceInWords, sourceOf } from './source.ts';

const letter = { channel: 'letter', receivedOn: '2026-03-12', givenBy: 'Frau Thiele, Bürgermeisterin' };
const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin' }).format(new Date());
const problemsOf = (typed: object) =>
	source.safeParse({ ...letter, receivedOn: today, ...typed }).error?.issues.map(({ message }) => message) ??
	[];

test('a source names channel, day and giver', () => {
	expect(sourceInWords('letter', '2026-03-12', letter.givenBy)).toBe(
		'Brief vom 12. März 2026, von Frau Thiele, Bürgermeisterin'
	);
	expect(sourceOf(letter)).toBe('Brief vom 12. März 2026, von Frau Thiele, Bürgermeisterin');
	expect(sourceOf({ writtenBy: 'Frau Kern' })).toBe('');
});

test('a day is read as people write it, and is neither to come nor long gone', () => {
	expect(source.parse({ ...letter, receivedOn: today.split('-').reverse().join('.') }).receivedOn).toBe(
		today
	);
	expect(problemsOf({})).toEqual([]);
	expect(problemsOf({ receivedOn: '2999-01-01' })).toEqual(['errors_received_in_the_future']);
	expect(problemsOf({ receivedOn: '1999-01-01' })).toEqual(['errors_received_too_long_ago']);
	expect(problemsOf({ receivedOn: 'gestern' })).toContain('channels_error_received_on');
	expect(problemsOf({ channel: 'online' })).toEqual(['channels_error_channel']);
	expect(problemsOf({ givenBy: ' ' })).toEqual(['channels_error_given_by']);
});

test('a council’s office names the member, or nobody', () => {
	expect(memberSource.safeParse({ channel: 'online', givenBy: '' }).success).toBe(true);
	expect(memberSource.safeParse({ channel: 'phone', givenBy: '' }).success).toBe(false);
});
