import { expect, test } from 'vitest';
import { reasonOf } from './delivery.ts';

test.each([
	['550 5.1.1', 'Diese Adresse gibt es nicht oder nicht mehr.'],
	['5.1.1', 'Diese Adresse gibt es nicht oder nicht mehr.'],
	['550', 'Diese Adresse gibt es nicht oder nicht mehr.'],
	['552 5.2.2', 'Das Postfach ist voll.'],
	['450 4.2.2', 'Das Postfach ist voll.'],
	['554 5.7.1', 'Der Mailserver der Gegenseite nimmt unsere Mails nicht an.'],
	['550 5.7.1', 'Der Mailserver der Gegenseite nimmt unsere Mails nicht an.'],
	['4.4.7', 'Der Mailserver der Gegenseite war nicht zu erreichen.'],
	['421', 'Der Mailserver der Gegenseite nimmt gerade nichts an.']
])('%s reads: %s', (reason, sentence) => {
	expect(reasonOf({ state: 'bounced', reason })).toBe(sentence);
});

test.each(['ECONNREFUSED', 'ESOCKET', 'EAUTH', '535 5.7.8', '530'])('%s is our own trouble', (reason) => {
	expect(reasonOf({ state: 'queued', reason })).toMatch(/^Unser eigener Mailserver/);
});

test('a code we do not know is quoted', () => {
	expect(reasonOf({ state: 'bounced', reason: '5.6.7' })).toContain('(Meldung 5.6.7)');
});

test('what came back in words without a code is said as it is', () => {
	expect(reasonOf({ state: 'returned', reason: 'returned' })).toMatch(/^Ein Mailserver schreibt/);
});

test('unsure is said as it is, whatever the code', () => {
	expect(reasonOf({ state: 'unsure', reason: 'ECONNECTION' })).toMatch(/Vielleicht ist die Mail angekommen/);
});
