import { Parser } from 'saxen';
import { expect, test } from 'vitest';
import { atomFeed, type FeedEntry } from './atom.ts';

const feed = {
	id: 'a0000000-0000-4000-8000-000000000001',
	title: 'Pläne & Beteiligung',
	author: 'Landkreis <Harz>',
	language: 'de',
	address: 'https://harz.example/dokumente/neues.atom?a=1&b=2'
};
const entry = (id: string, updated: string, title = 'Teilplan'): FeedEntry => ({
	id,
	title,
	summary: '',
	updated,
	address: 'https://harz.example/x'
});

/** @returns what a reader of XML finds wrong */
function faultsIn(xml: string): string[] {
	const faults: string[] = [];
	const parser = new Parser();
	parser.on('error', (error: Error) => void faults.push(error.message));
	parser.on('warn', (error: Error) => void faults.push(error.message));
	parser.parse(xml);
	return faults;
}

test('a feed is sound XML whatever stands in it, the newest first', () => {
	const xml = atomFeed({
		...feed,
		entries: [
			entry('1', '2026-04-01T10:00:00+02:00', 'A < B & "C"\u0000'),
			entry('2', '2026-04-01T09:00:00Z', ']]><script>')
		]
	});
	expect(faultsIn(xml)).toEqual([]);
	expect(xml).toContain('<title>A &lt; B &amp; &quot;C&quot;</title>');
	expect(xml).not.toContain('<script>');
	expect(xml.indexOf('urn:uuid:2')).toBeLessThan(xml.indexOf('urn:uuid:1<'));
	expect(xml).toContain('<updated>2026-04-01T09:00:00.000Z</updated>');
});

test('one without entries is a feed too', () => {
	const xml = atomFeed({ ...feed, entries: [] });
	expect(faultsIn(xml)).toEqual([]);
	expect(xml).toContain('<updated>1970-01-01T00:00:00.000Z</updated>');
});
