import { render } from 'svelte/server';
import { describe, expect, test } from 'vitest';
import type { Block, Item, Note, Run, Text } from './block.ts';
import { sumOf } from './difference-count.ts';
import { differenceOfWords } from './difference-words.ts';
import { differenceOf } from './difference.ts';
import TextBlocks from './TextBlocks.svelte';
import TextDifference from './TextDifference.svelte';
import WordDifference from './WordDifference.svelte';

const p = (...runs: (string | Run)[]): Block => ({
	kind: 'paragraph',
	runs: runs.map((run) => (typeof run === 'string' ? { text: run } : run))
});
const heading = (level: number, words: string): Block => ({
	kind: 'heading',
	level,
	runs: [{ text: words }]
});
const textOf = (...blocks: Block[]): Text => ({ blocks, notes: [] });
const list = (...items: string[]): Block => ({
	kind: 'list',
	format: 'decimal',
	items: items.map((words): Item => ({ blocks: [p(words)] }))
});
const table = (...rows: string[][]): Block => ({
	kind: 'table',
	head: [[{ blocks: [p('Ort')] }, { blocks: [p('Plätze')] }]],
	body: rows.map((row) => row.map((words) => ({ blocks: [p(words)] })))
});

/** Without the marks that a script would need, and without needless white space. */
const plain = (html: string) =>
	html
		.replace(/<!--.*?-->/g, '')
		.replace(/\s+/g, ' ')
		.replace(/> </g, '><');

function shown(before: Text, after: Text): { all: string; marked: string } {
	const difference = differenceOf(before, after);
	const props = {
		difference,
		sum: sumOf(difference),
		after,
		id: 'x',
		level: 3 as const,
		pictureHref: (key: string) => `/${key}`
	};
	const all = plain(render(TextDifference, { props }).body);
	return { all, marked: all.slice(all.indexOf('Was daran anders ist')) };
}

test('the sentence comes first, then the whole new text, then the marked one', () => {
	const { all } = shown(
		textOf(p('Der Bus fährt bis 16 Uhr.')),
		textOf(p('Der Bus fährt werktags bis 20 Uhr.'))
	);
	const parts = [
		'<p>2 Wörter neu, 1 gestrichen.</p>',
		'<h3>Der neue Text</h3>',
		'Der Bus fährt werktags bis 20 Uhr.',
		'<h3>Was daran anders ist</h3>',
		'<del>16</del>'
	];
	const places = parts.map((part) => all.indexOf(part));
	expect(places).toEqual(places.toSorted((one, other) => one - other));
	expect(places[0]).toBeGreaterThanOrEqual(0);
	expect(all).toContain('fährt<ins> werktags</ins> bis <del>16</del><ins>20</ins> Uhr.');
});

test('where nothing changed there is nothing to mark', () => {
	const { all } = shown(textOf(p('Bus')), textOf(p('Bus')));
	expect(all).toContain('Nichts ist anders.');
	expect(all).not.toContain('Was daran anders ist');
});

describe('what is no word is said in words', () => {
	const saying = (before: Text, after: Text) => shown(before, after).marked.replace(/<[^>]+>/g, '');

	test('the level of a heading', () => {
		expect(saying(textOf(heading(2, 'Wege')), textOf(heading(3, 'Wege')))).toContain(
			'Überschrift eine Ebene tiefer'
		);
		expect(saying(textOf(heading(4, 'Wege')), textOf(heading(2, 'Wege')))).toContain(
			'Überschrift 2 Ebenen höher'
		);
		expect(saying(textOf(heading(2, 'Wege')), textOf(p('Wege')))).toContain(
			'jetzt Absatz, vorher Überschrift'
		);
	});

	test('a link, and how words are set', () => {
		const link = (href: string): Block => p('Mehr beim ', { text: 'Amt', href });
		expect(saying(textOf(link('https://alt.example')), textOf(link('https://neu.example')))).toContain(
			'Link geändert: jetzt „https://neu.example“, vorher „https://alt.example“'
		);
		expect(
			saying(
				textOf(p('Der ', { text: 'Bus', marks: ['emphasis'] })),
				textOf(p('Der ', { text: 'Bus', marks: ['strong'] }))
			)
		).toContain('(jetzt fett, nicht mehr kursiv)');
	});

	test('the description of a picture, and another picture', () => {
		const image = (file: string, alt: string): Block => ({ kind: 'image', file, alt });
		expect(saying(textOf(image('a', 'Karte')), textOf(image('a', 'Karte der Orte')))).toContain(
			'Beschreibung des Bildes: jetzt „Karte der Orte“, vorher „Karte“'
		);
	});

	test('the number of an item, and how a list is counted', () => {
		const numbered = (number: string): Block => ({
			kind: 'list',
			format: 'decimal',
			items: [{ number, blocks: [p('Der Bus hält hier')] }]
		});
		expect(saying(textOf(numbered('§ 3')), textOf(numbered('§ 4')))).toContain(
			'Nummer: jetzt „§ 4“, vorher „§ 3“'
		);
		const counted = (format: 'decimal' | 'lower-alpha'): Block =>
			({ ...list('Bus', 'Bahn'), format }) as Block;
		expect(saying(textOf(counted('decimal')), textOf(counted('lower-alpha')))).toContain(
			'Zählung: jetzt „a, b, c“, vorher „1, 2, 3“'
		);
	});

	test('what moved', () => {
		const [one, two, three] = [
			'Der Rufbus fährt jeden Tag.',
			'Die Tagespflege wird ausgebaut.',
			'Beratung gibt es überall.'
		];
		const said = saying(textOf(p(one), p(two), p(three)), textOf(p(two), p(three), p(one)));
		expect(said).toContain('Stand hier, steht jetzt an anderer Stelle: „Der Rufbus fährt jeden Tag.“');
		expect(said).toContain('Verschoben, stand vorher an anderer Stelle:');
	});
});

test('a list counts as it does now, also around what is gone', () => {
	const { marked } = shown(textOf(list('Bus', 'Bahn', 'Rad')), textOf(list('Bus', 'Rad', 'Fähre')));
	expect(marked).toMatch(/<li value="1"[^>]*> ?Bus/);
	expect(marked).toMatch(/<li class="unmarked"[^>]*><del class="block">.*?Gestrichen:.*?Bahn/);
	expect(marked).toMatch(/<li value="2"[^>]*> ?Rad/);
	expect(marked).toMatch(/<li value="3"[^>]*><ins class="block">.*?Neu:.*?Fähre/);
});

test('rows and cells of a table are marked in their places', () => {
	const { marked } = shown(
		textOf(table(['Thale', '12'], ['Huy', '8'])),
		textOf(table(['Thale', '30'], ['Oberharz am Brocken', '4'], ['Huy', '8']))
	);
	expect(marked).toContain('<th scope="col">Ort</th>');
	expect(marked).toContain('<del>12</del><ins>30</ins>');
	expect(marked).toMatch(
		/<td><ins><span class="change">Neue Zeile: <\/span>Oberharz am Brocken<\/ins><\/td>/
	);
});

test('notes are linked both ways, those that are gone too, and no address is there twice', () => {
	const note = (key: string, words: string): Note => ({ key, place: 'foot', blocks: [p(words)] });
	const { all } = shown(
		{
			blocks: [p('Plätze', { note: 'a' }, ' und Wege', { note: 'b' })],
			notes: [note('a', 'Stand 2025'), note('b', 'Eigene Zählung')]
		},
		{ blocks: [p('Plätze', { note: 'a' }, ' und Straßen')], notes: [note('a', 'Stand 2026')] }
	);
	const ids = [...all.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
	const hrefs = [...all.matchAll(/ href="#([^"]+)"/g)].map(([, href]) => href);
	expect(new Set(ids).size).toBe(ids.length);
	expect(hrefs.filter((href) => !ids.includes(href))).toEqual([]);
	expect(hrefs).toHaveLength(6);
});

test('what was typed is never markup', () => {
	const { all } = shown(textOf(p('<b>alt</b>')), textOf(p('<script>neu()</script>')));
	expect(all).not.toContain('<script>');
	expect(all).not.toContain('<b>');
});

test('two wordings of one line', () => {
	const pieces = differenceOfWords('Mobilität im Alter\nZwei', 'Mobilität auf dem Land\nZwei');
	expect(plain(render(WordDifference, { props: { pieces } }).body)).toBe(
		'Mobilität <del>im Alter</del><ins>auf dem Land</ins><br/>Zwei'
	);
});

test('a text alone reads as before', () => {
	const text: Text = {
		blocks: [p('Plätze', { note: 'n' }), list('Bus', 'Bahn'), table(['Thale', '12'])],
		notes: [{ key: 'n', place: 'foot', blocks: [p('Stand 2025')] }]
	};
	const html = plain(render(TextBlocks, { props: { text, id: 'x', pictureHref: String } }).body);
	expect(html).toContain('<a id="x-ref-n" href="#x-note-n" aria-label="Fußnote 1">1</a>');
	expect(html).toMatch(/<li id="x-note-n">Stand 2025 <a href="#x-ref-n">/);
	expect(html).toMatch(/<ol type="1" start="1"[^>]*><li[^>]*> ?Bus/);
	expect(html).toContain('<td>Thale</td><td>12</td>');
});
