import { expect, test } from 'vitest';
import { outcomeOf } from './outcome.ts';

const refusal = (responseCode: number, command: string, response = '') => ({
	code: 'EENVELOPE',
	responseCode,
	command,
	response
});

test.each([
	[
		'no such recipient',
		refusal(550, 'RCPT TO', '550 5.1.1 no such user <a@b.example>'),
		'bounced',
		'550 5.1.1'
	],
	['a letter nobody wants', refusal(554, 'DATA', '554 no'), 'bounced', '554'],
	['a full mailbox', refusal(452, 'RCPT TO', '452 4.2.2 over quota'), 'postponed', '452 4.2.2'],
	['greylisting after the letter', refusal(451, 'DATA', '451 4.7.1 later'), 'postponed', '451 4.7.1'],
	['our own password', refusal(535, 'AUTH PLAIN', '535 5.7.8 no'), 'postponed', '535 5.7.8'],
	['our own address', refusal(553, 'MAIL FROM', '553 who?'), 'postponed', '553']
])('%s', (_, error, outcome, reason) => {
	expect(outcomeOf(error, false)).toEqual({ outcome, reason });
	expect(outcomeOf(error, true)).toEqual({ outcome, reason }); // an answer is an answer
});

test('a connection that breaks before the letter flows is tried again, afterwards it is uncertain', () => {
	const error = { code: 'ECONNECTION', command: 'CONN' };
	expect(outcomeOf(error, false)).toEqual({ outcome: 'postponed', reason: 'ECONNECTION' });
	expect(outcomeOf(error, true)).toEqual({ outcome: 'unsure', reason: 'ECONNECTION' });
	expect(outcomeOf(new Error('x'), false)).toEqual({ outcome: 'postponed', reason: 'unknown' });
});
