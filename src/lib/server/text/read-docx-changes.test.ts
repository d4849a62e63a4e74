import { describe, expect, test } from 'vitest';
import {
	docxOf,
	documentOf,
	list,
	listed,
	num,
	p,
	r,
	shortOf,
	style,
	type DocxParts
} from '../../../../tests/office-files.ts';

/* Tracked changes and comments of Word files: what is shown, and that each is told with its words and place. */

const by = 'w:id="1" w:author="Frau Kern" w:date="2027-01-02T10:00:00Z"';
const inserted = (words: string) => `<w:ins ${by}>${r(words)}</w:ins>`;
const deleted = (words: string) =>
	`<w:del ${by}><w:r><w:delText xml:space="preserve">${words}</w:delText></w:r></w:del>`;
const mark = (kind: 'ins' | 'del') => `<w:rPr><w:${kind} ${by}/></w:rPr>`;

async function both(body: string, parts?: DocxParts) {
	const bytes = await docxOf(body, parts);
	const [before, after] = [await documentOf(bytes, 'before'), await documentOf(bytes, 'after')];
	const told = (of: typeof after) =>
		of.changes.map(({ kind, words }) => (words ? `${kind}: ${words}` : kind));
	expect(told(before)).toEqual(told(after));
	return {
		before: shortOf(before.text.blocks),
		after: shortOf(after.text.blocks),
		changes: told(after),
		read: after
	};
}

describe('tracked changes', () => {
	test('of words are shown before or after, and told with author, date and place', async () => {
		const { before, after, read } = await both(
			p('Verkehr', style('berschrift1')) +
				p(r('Der Bus fährt ') + deleted('selten') + inserted('stündlich') + r('.'))
		);
		expect(before).toEqual(['# Verkehr', 'Der Bus fährt selten.']);
		expect(after).toEqual(['# Verkehr', 'Der Bus fährt stündlich.']);
		expect(read.changes[0]).toEqual({
			kind: 'deletion',
			author: 'Frau Kern',
			date: '2027-01-02T10:00:00Z',
			words: 'selten',
			place: { block: 1, headings: ['Verkehr'], words: 'Der Bus fährt stündlich.' }
		});
	});

	test('in pieces are one change', async () => {
		const { changes } = await both(
			p(inserted('ganz ') + inserted('neu') + r(' und ') + inserted('noch eins'))
		);
		expect(changes).toEqual(['insertion: ganz neu', 'insertion: noch eins']);
	});

	test('a deleted end of a paragraph joins two, and words do not glue', async () => {
		const { before, after, changes } = await both(
			p('Erster Satz', mark('del')) + p('zweiter Satz') + p('Dritter')
		);
		expect(before).toEqual(['Erster Satz', 'zweiter Satz', 'Dritter']);
		expect(after).toEqual(['Erster Satz zweiter Satz', 'Dritter']);
		expect(changes).toEqual(['paragraph_deletion']);
	});

	test('an inserted end of a paragraph was none before', async () => {
		const { before, after } = await both(p('Erster Satz. ', mark('ins')) + p('Zweiter Satz.'));
		expect(before).toEqual(['Erster Satz. Zweiter Satz.']);
		expect(after).toEqual(['Erster Satz.', 'Zweiter Satz.']);
	});

	test('a deleted item does not count', async () => {
		const numbering = list(0, ['decimal', '%1.']) + num(1, 0);
		const { after } = await both(
			p('eins', listed(1)) + p(deleted('weg'), listed(1) + mark('del')) + p('zwei', listed(1)),
			{ numbering }
		);
		expect(after).toEqual(['decimal: 1. eins', '2. zwei']);
	});

	test('moved words stand where they were or where they are, once', async () => {
		const moved = (name: string) =>
			`<w:${name}RangeStart w:id="3" w:name="m"/><w:${name} ${by}>${r('verschoben')}</w:${name}><w:${name}RangeEnd w:id="3"/>`;
		const { before, after, changes } = await both(
			p(r('Hier ') + moved('moveFrom')) + p(r('Dort ') + moved('moveTo'))
		);
		expect(before).toEqual(['Hier verschoben', 'Dort']);
		expect(after).toEqual(['Hier', 'Dort verschoben']);
		expect(changes).toEqual(['move_from: verschoben', 'move_to: verschoben']);
	});

	test('rows and cells come and go', async () => {
		const row = (words: string, properties = '') =>
			`<w:tr><w:trPr>${properties}</w:trPr><w:tc>${p(words)}</w:tc><w:tc>${p('x')}</w:tc></w:tr>`;
		const { before, after, changes } = await both(
			`<w:tbl>${row('bleibt')}${row('neu', `<w:ins ${by}/>`)}${row(deleted('weg'), `<w:del ${by}/>`)}` +
				`<w:tr><w:tc>${p('a')}</w:tc><w:tc><w:tcPr><w:cellDel ${by}/></w:tcPr>${p('b')}</w:tc></w:tr></w:tbl>`
		);
		expect(before).toEqual(['| bleibt | x |', '| weg | x |', '| a | b |']);
		expect(after).toEqual(['| bleibt | x |', '| neu | x |', '| a |']);
		expect(changes).toEqual(['row_insertion: neu x', 'row_deletion: weg x', 'cell_deletion: b']);
	});

	test('of form: how it looked before', async () => {
		const { before, after, changes } = await both(
			p(r('wichtig', `<w:b/><w:rPrChange ${by}><w:rPr><w:i/></w:rPr></w:rPrChange>`)) +
				p('War Überschrift', `<w:pPrChange ${by}><w:pPr>${style('berschrift2')}</w:pPr></w:pPrChange>`)
		);
		expect(before).toEqual(['_wichtig_', '## War Überschrift']);
		expect(after).toEqual(['**wichtig**', 'War Überschrift']);
		expect(changes).toEqual(['format: wichtig', 'paragraph_format: War Überschrift']);
	});

	test('inserted and deleted again is never shown', async () => {
		const { before, after } = await both(p(r('Text') + `<w:ins ${by}>${deleted(' hin und weg')}</w:ins>`));
		expect([before, after]).toEqual([['Text'], ['Text']]);
	});
});

describe('comments', () => {
	const comment = (id: number, author: string, date: string, words: string) =>
		`<w:comment w:id="${id}" w:author="${author}" w:initials="${author[0]}" w:date="${date}">` +
		`<w:p w14:paraId="0000000${id}">${r(words)}</w:p></w:comment>`;
	const from = (id: number) => `<w:commentRangeStart w:id="${id}"/>`;
	const to = (id: number) => `<w:commentRangeEnd w:id="${id}"/><w:r><w:commentReference w:id="${id}"/></w:r>`;
	const comments =
		comment(1, 'Albrecht', '2027-02-01T09:00:00Z', 'Stimmt das?') +
		comment(2, 'Kern', '2027-02-02T09:00:00Z', 'Ja.') +
		comment(3, 'Voß', '2027-02-03T09:00:00Z', 'Anderes');
	const body =
		p('Verkehr', style('berschrift1')) +
		p(r('Der ') + from(1) + from(2) + r('Bus') + to(1) + to(2) + r(' fährt ')) +
		p(from(3) + r('oft') + deleted('mals')) +
		p(r('hier') + to(3));

	test('have author, words they are about, state, and whom they answer', async () => {
		const extended =
			'<w15:commentEx w15:paraId="00000001" w15:done="1"/><w15:commentEx w15:paraId="00000002" w15:paraIdParent="00000001" w15:done="0"/>';
		const { comments: read } = await documentOf(await docxOf(body, { comments, extended }));
		expect(read[0]).toEqual({
			author: 'Albrecht',
			initials: 'A',
			date: '2027-02-01T09:00:00Z',
			text: 'Stimmt das?',
			quote: 'Bus',
			isResolved: true,
			place: { block: 1, headings: ['Verkehr'], words: 'Der Bus fährt' }
		});
		expect(read[1]).toMatchObject({
			author: 'Kern',
			text: 'Ja.',
			quote: 'Bus',
			isResolved: false,
			parent: 0
		});
		expect(read[2]).toMatchObject({ quote: 'oft hier', place: { block: 2 } });
		expect(read[2]).not.toHaveProperty('parent');
	});

	test('on the same words answer the first one, when the file has lost who answers whom', async () => {
		const { comments: read } = await documentOf(await docxOf(body, { comments }));
		expect(read.map(({ parent, isParentGuessed }) => [parent, isParentGuessed])).toEqual([
			[undefined, undefined],
			[0, true],
			[undefined, undefined]
		]);
	});

	test('whose text is gone are kept without a place', async () => {
		const { comments: read } = await documentOf(await docxOf(p('Text'), { comments }));
		expect(read.map(({ text, place }) => [text, place])).toEqual([
			['Stimmt das?', undefined],
			['Ja.', undefined],
			['Anderes', undefined]
		]);
	});
});

describe('bookmarks of sections', () => {
	const start = (id: number, name: string) => `<w:bookmarkStart w:id="${id}" w:name="${name}"/>`;
	const end = (id: number) => `<w:bookmarkEnd w:id="${id}"/>`;

	test('reach from their heading to the end of the section; those of the program are none', async () => {
		const { bookmarks, changes } = await documentOf(
			await docxOf(
				p('Vorweg') +
					p(start(1, '_sa') + start(9, '_Toc123') + r('Eins') + end(9), style('berschrift1')) +
					p('Text') +
					p('') +
					p(end(1) + start(2, '_sb') + r('Zwei'), style('berschrift1')) +
					`<w:tbl><w:tr><w:tc>${p(inserted('neu'))}</w:tc><w:tc>${p('y')}</w:tc></w:tr></w:tbl>` +
					p(end(2))
			)
		);
		expect(bookmarks).toEqual([
			{ name: '_sa', from: 1, to: 2 },
			{ name: '_sb', from: 3, to: 4 }
		]);
		expect(changes[0]?.place).toEqual({ block: 4, bookmark: '_sb', headings: ['Zwei'], words: 'neu' });
	});
});
