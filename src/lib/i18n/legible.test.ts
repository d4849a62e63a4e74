import { expect, test } from 'vitest';
import { legible, legibleIn } from './legible.ts';

test.each([
	['letters in two parts', 'Gru\u0308ne Schu\u0308lercafe\u0301', 'Grüne Schülercafé'],
	['lines of Windows, of old Macs and of Unicode', 'a\r\nb\rc\u2028d\u0085e', 'a\nb\nc\nd\ne'],
	['marks that turn the direction', 'Rechnung \u202egpj.exe\u202c', 'Rechnung gpj.exe'],
	['signs without width', '\ufeffBus\u200b am\u2060 Abend\u00ad', 'Bus am Abend'],
	['controls', 'Tür\u0000\u0007\u001b zu\tjetzt', 'Tür zu\tjetzt'],
	['half a letter', 'Haus\ud83d', 'Haus'],
	['a joiner that joins nothing', '\u200d Bus\u200c, \u200d', ' Bus, ']
])('%s', (_, typed, read) => {
	expect(legible(typed)).toBe(read);
	expect(legible(read)).toBe(read);
});

test('what is seen stays: joined pictures, joined letters of other scripts, no-break spaces, signs of many kinds', () => {
	for (const text of ['👨‍👩‍👧 zu Besuch', 'می‌خواهم', 'क्‍ष', '10\u00a0km, 5\u202f%', '❤️ „ẞ“ – … ½ 🏳️‍🌈 1️⃣'])
		expect(legible(text)).toBe(text.normalize('NFC'));
});

test('all texts in what was sent', () => {
	expect(
		legibleIn({ title: 'a\u200b', groups: ['b\u200b', 3], more: { text: 'c\r\n' }, none: null })
	).toEqual({
		title: 'a',
		groups: ['b', 3],
		more: { text: 'c\n' },
		none: null
	});
});
