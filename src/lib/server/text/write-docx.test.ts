import { expect, test } from 'vitest';
import { documentOf, runsOf } from '../../../../tests/office-files.ts';
import { flatOf, keysIn, keysOf, sampleComments, sampleDocument } from '../../../../tests/sample-document.ts';
import { openArchive } from '../unpacked.ts';
import { bookmarkOf, wordDocumentOf } from './write-docx.ts';

/* What we write, our reader gives back: nothing is known by one and lost by the other. */

test('a document of 130 sections comes back as it was, with the key of each section', async () => {
	const given = sampleDocument(130);
	const read = await documentOf(await wordDocumentOf(given));
	expect(read.text).toEqual(flatOf(given.sections));
	expect(keysIn(read)).toEqual(keysOf(given.sections));
	expect(read.title).toBe(given.title);
	expect(read.properties).toEqual({
		title: given.title,
		author: given.author,
		created: '2027-03-01T08:00:00Z',
		language: 'de',
		custom: { Dokument: 'plan-2030-entwurf-2' }
	});
	expect(read.losses).toEqual([]);
	expect(read.offers).toEqual([]);
});

test('the same document gives the same bytes', async () => {
	const given = sampleDocument(14, sampleComments.slice(0, 3));
	expect((await wordDocumentOf(given)).equals(await wordDocumentOf(given))).toBe(true);
});

test('comments come back with their words, section, answers and state', async () => {
	const given = sampleDocument(130, sampleComments);
	const { comments } = await documentOf(await wordDocumentOf(given));
	expect(comments).toHaveLength(20);
	for (const comment of sampleComments) {
		const back = comments.find(({ text }) => text === comment.text)!;
		const section =
			given.sections[(comment.parent === undefined ? comment : sampleComments[comment.parent]!).section]!;
		expect(back).toMatchObject({
			author: comment.author,
			initials: comment.initials,
			date: comment.date,
			isResolved: comment.isResolved ?? false,
			place: { bookmark: `_${section.key!.replaceAll('-', '')}` }
		});
		expect(comments[back.parent ?? -1]?.text).toBe(sampleComments[comment.parent ?? -1]?.text);
		expect(back).not.toHaveProperty('isParentGuessed');
	}
	expect(comments.filter(({ quote }) => quote.includes('weiter'))).not.toHaveLength(0);
});

test('every link is set as one, no bookmark is the first thing in the text, the language is German', async () => {
	const archive = await openArchive(await wordDocumentOf(sampleDocument(14)), {
		entries: 100,
		bytes: 10_000_000
	});
	const body = (await archive.read('word/document.xml'))!.toString();
	const links = body.match(/<w:hyperlink .*?<\/w:hyperlink>/g)!;
	expect(links.length).toBeGreaterThan(1);
	expect(links.filter((link) => !link.includes('<w:rStyle w:val="Hyperlink"/>'))).toEqual([]);
	expect(body.indexOf('<w:t')).toBeLessThan(body.indexOf('<w:bookmarkStart'));
	expect((await archive.read('word/styles.xml'))!.toString()).toContain('<w:lang w:val="de-DE"/>');
});

test('two sections of one key are an error of whoever calls', async () => {
	const given = sampleDocument(3);
	given.sections[2]!.key = given.sections[0]!.key!;
	await expect(wordDocumentOf(given)).rejects.toThrow('two sections');
});

test('in large print the text is the same', async () => {
	const given = sampleDocument(14);
	const [usual, large] = [await wordDocumentOf(given), await wordDocumentOf({ ...given, isLarge: true })];
	expect((await documentOf(large)).text).toEqual((await documentOf(usual)).text);
	expect(large.equals(usual)).toBe(false);
});

test('a heading whose number is no plain one keeps it', async () => {
	const given = sampleDocument(1);
	for (const number of ['Kapitel 3', '1.2.a', 'IV.', '§ 4']) {
		given.sections[0]!.number = number;
		const { text } = await documentOf(await wordDocumentOf(given));
		const [heading] = text.blocks;
		expect(heading).toMatchObject({ kind: 'heading', number });
		expect(heading?.kind === 'heading' && runsOf(heading.runs)).toBe(given.sections[0]!.heading);
	}
});

test('names of bookmarks hold letters and digits only, and no more than LibreOffice keeps', () => {
	expect(bookmarkOf('0198a7c2-5e00-7000-8000-000000000001')).toBe('_0198a7c25e0070008000000000000001');
	expect(bookmarkOf('x'.repeat(64))).toHaveLength(39);
});
