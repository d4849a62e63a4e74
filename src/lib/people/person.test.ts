import { expect, test } from 'vitest';
import { declined, email, mailbox } from './person.ts';

test('a name is declined where the language does it', () => {
	expect(declined('Herr Voß')).toBe('Herrn Voß');
	expect(declined('Herr Otto, Seniorenbeirat')).toBe('Herrn Otto, Seniorenbeirat');
	expect(declined('Frau Kern')).toBe('Frau Kern');
	expect(declined('Herrn Voß')).toBe('Herrn Voß');
	expect(declined('Alex Herr')).toBe('Alex Herr');
});

test('a mailbox has one name, however its domain is written', () => {
	const one = 'Amt.Soziales@xn--gemeinde-sd-2hb.de';
	for (const written of ['Amt.Soziales@Gemeinde-Süd.de', 'Amt.Soziales@GEMEINDE-SÜD.DE', one])
		expect(email.parse(` ${written} `)).toBe(one);
	expect(mailbox('Amt.Soziales@Gemeinde-Su\u0308d.de')).toBe(one);
});

test.each(['amt@10.1', 'amt@gemeinde.de:25', 'amt@gemeinde.de/post', 'amt', 'a@b@gemeinde', ''])(
	'what is no domain stays as it was typed: %s',
	(typed) => expect(mailbox(typed)).toBe(typed)
);
