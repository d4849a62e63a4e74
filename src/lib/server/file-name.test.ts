import { expect, test } from 'vitest';
import { cleanName, endingOf, named } from './file-name.ts';

test.each([
	['Protokoll der Sitzung.pdf', 'Protokoll der Sitzung.pdf'],
	['../../etc/passwd', 'passwd'],
	['C:\\Users\\Kern\\Straße.docx', 'Straße.docx'],
	['Foto\u202Egnp.exe', 'Fotognp.exe'],
	['a\u0000b\r\nSet-Cookie: x.png', 'abSet-Cookie_ x.png'],
	['<script>alert(1)</script>.pdf', 'script_.pdf'],
	['  ..  ', ''],
	['Scha\u0308den.PDF', 'Schäden.pdf'],
	['\ud800kaputt.png', 'kaputt.png'],
	['x'.repeat(300) + '.pdf', 'x'.repeat(120) + '.pdf']
])('%j becomes %j', (typed, clean) => expect(cleanName(typed)).toBe(clean));

test('the last ending counts, and a name without one gets that of its type', () => {
	expect(endingOf('Rechnung.pdf.exe')).toBe('exe');
	expect(named('Rechnung.pdf', 'pdf')).toBe('Rechnung.pdf');
	expect(named('Rechnung', 'pdf')).toBe('Rechnung.pdf');
	expect(named('', 'png')).toBe('Datei.png');
});
