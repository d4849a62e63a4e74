import { expect, test } from 'vitest';
import { asHtml, asText, type Letter } from './letter.ts';

const letter: Letter = {
	locale: 'de-x-leicht',
	subject: 'Ihre Meldung HZ-2026-142',
	greeting: 'Guten Tag, Frau Kern,',
	paragraphs: ['Es geht um <b>Busse</b> & "Bahnen".\nZweite Zeile.'],
	link: { label: 'Zur Meldung', address: 'https://example.org/q/abc?a=1&b=2' },
	closing: ['Frau Albrecht', '03941 0000-100']
};

test('the text has the link on a line of its own', () => {
	expect(asText(letter)).toBe(
		'Guten Tag, Frau Kern,\n\nEs geht um <b>Busse</b> & "Bahnen".\nZweite Zeile.\n\n' +
			'Zur Meldung:\nhttps://example.org/q/abc?a=1&b=2\n\nFrau Albrecht\n03941 0000-100\n'
	);
});

test('words of others stay text in the page', () => {
	expect(asHtml(letter)).toContain('&lt;b&gt;Busse&lt;/b&gt; &amp; &quot;Bahnen&quot;.<br>');
});

test('the page says its language and has one link', () => {
	const page = asHtml(letter);
	expect(page).toContain('<html lang="de">');
	expect(page.match(/<a /g)).toHaveLength(1);
	expect(page).toContain('href="https://example.org/q/abc?a=1&amp;b=2"');
});

test('a daily mail lists each thing with its own link, and ends with the way out', () => {
	const entries = [
		{ title: 'Antwort auf „A & B“', link: { label: 'Ansehen', address: 'https://example.org/bedarfe/1' } },
		{ title: 'Ohne Link' }
	];
	const foot = { label: 'Abbestellen', address: 'https://example.org/abbestellen/x' };
	expect(asText({ ...letter, entries }, foot)).toContain(
		'– Antwort auf „A & B“\n  https://example.org/bedarfe/1\n\n– Ohne Link\n\nZur Meldung:'
	);
	expect(asText({ ...letter, entries }, foot)).toMatch(/Abbestellen:\nhttps:\S+\n$/);
	expect(asHtml({ ...letter, entries }, foot)).toContain(
		'<a href="https://example.org/bedarfe/1">Antwort auf „A &amp; B“</a>'
	);
	expect(asHtml({ ...letter, entries }, foot)).toContain('>Abbestellen</a>');
});

test('a letter stays small', () => {
	expect(Buffer.byteLength(asHtml(letter))).toBeLessThan(4096);
});
