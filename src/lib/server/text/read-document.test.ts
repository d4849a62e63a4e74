import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
	docxOf,
	documentOf,
	p,
	r,
	readHere,
	relationsOf,
	shortOf,
	zipOf
} from '../../../../tests/office-files.ts';
import { textSchema } from '#lib/text/text-schema.ts';
import { Refusal } from '../refusal.ts';
import { openArchive } from '../unpacked.ts';
import type { Progress } from './document.ts';
import { readDocument } from './read-document.ts';

/* Files that are something else than they seem, and files that mean harm. */

const refusalOf = async (bytes: Buffer) => {
	const read = await readHere(bytes);
	return 'messageKey' in read ? read.messageKey : 'read';
};
const wordBody = (body: string) => docxOf(body);

/** The beginning of an archive of older programs, and a name in it. */
const older = (name: string) =>
	Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from(name, 'utf16le')]);

describe('refused with a sentence', () => {
	test.each<[string, string, () => Buffer | Promise<Buffer>]>([
		['an empty file', 'errors_document_empty', () => Buffer.alloc(0)],
		['a PDF', 'errors_document_pdf', () => Buffer.from('%PDF-1.7\n')],
		['RTF', 'errors_document_rtf', () => Buffer.from('{\\rtf1 Text}')],
		['an old Word file', 'errors_document_old_word', () => older('WordDocument')],
		['an old table', 'errors_document_table', () => older('Workbook')],
		['a file with a password', 'errors_document_locked', () => older('EncryptedPackage')],
		['a table of Excel', 'errors_document_table', () => zipOf({ 'xl/workbook.xml': '<a/>' })],
		[
			'a table of LibreOffice',
			'errors_document_table',
			() => zipOf({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': '<a/>' })
		],
		['any other archive', 'errors_document_unknown', () => zipOf({ 'a.txt': 'a' })],
		['any other file', 'errors_document_unknown', () => Buffer.from('Hallo')],
		['half a file', 'errors_document_unreadable', async () => (await wordBody(p('a'))).subarray(0, 700)],
		['XML that breaks off', 'errors_document_unreadable', () => wordBody('<w:p><w:r>')],
		[
			'a Word file without a text',
			'errors_document_unreadable',
			() => zipOf({ '_rels/.rels': relationsOf({}), 'word/styles.xml': '<a/>' })
		],
		[
			'definitions of its own',
			'errors_document_unusual',
			() =>
				zipOf({
					'_rels/.rels': relationsOf({ main: ['officeDocument', 'word/document.xml'] }),
					'word/document.xml': '<!DOCTYPE w [<!ENTITY a "b">]><w:document>&a;</w:document>'
				})
		],
		[
			'what lies too deep',
			'errors_document_unusual',
			() => wordBody('<w:sdt><w:sdtContent>'.repeat(150) + '</w:sdtContent></w:sdt>'.repeat(150))
		],
		[
			'two parts of one name',
			'errors_document_unusual',
			async () => renamed(await zipOf({ 'word/a.xml': '1', 'word/b.xml': '2' }), 'word/b.xml', 'word/a.xml')
		],
		[
			'a path that leads out',
			'errors_document_unusual',
			async () => renamed(await zipOf({ 'word/document.xml': '1' }), 'word/document.xml', '../../etc/doc.xml')
		],
		[
			'more than it may hold',
			'errors_document_too_large_inside',
			() => docxOf(p('a'), { styles: ' '.repeat(160 * 1024 * 1024) })
		]
	])('%s', async (_, messageKey, bytes) => {
		expect(await refusalOf(await bytes())).toBe(messageKey);
	});

	test('what lies about its size', async () => {
		const bytes = await docxOf(p('a'), { styles: ' '.repeat(1024 * 1024) });
		const at = bytes.lastIndexOf('word/styles.xml') - 46; // its entry in the directory
		bytes.writeUInt32LE(100, at + 24);
		expect(await refusalOf(bytes)).toBe('errors_document_unreadable');
	});
});

/** The same archive with another name of the same length in place of one. */
function renamed(bytes: Buffer, name: string, other: string): Buffer {
	return Buffer.from(bytes.toString('latin1').replaceAll(name, other), 'latin1');
}

describe('read all the same', () => {
	test('the strict form of Word, and prefixes of somebody’s own', async () => {
		const strict = 'http://purl.oclc.org/ooxml/wordprocessingml/main';
		const bytes = await zipOf({
			'_rels/.rels': relationsOf({ main: ['officeDocument', 'word/document.xml'] }),
			'word/document.xml': `<x:document xmlns:x="${strict}"><x:body><x:p><x:r><x:t>Streng</x:t></x:r></x:p></x:body></x:document>`
		});
		expect(shortOf((await documentOf(bytes)).text.blocks)).toEqual(['Streng']);
	});

	test('a text in UTF-16', async () => {
		const xml =
			'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>Größe</w:t></w:r></w:p></w:body></w:document>';
		const bytes = await zipOf({
			'_rels/.rels': relationsOf({ main: ['officeDocument', 'word/document.xml'] }),
			'word/document.xml': Buffer.from(`\ufeff${xml}`, 'utf16le')
		});
		expect(shortOf((await documentOf(bytes)).text.blocks)).toEqual(['Größe']);
	});

	test('what lies deeper than the model goes, as plain words, and that is told', async () => {
		const deep = (left: number): string =>
			left
				? `<w:tbl><w:tr><w:tc>${deep(left - 1)}${p('x')}</w:tc><w:tc>${p(`E${left}`)}</w:tc></w:tr></w:tbl>`
				: p('tief');
		const { text, losses } = await documentOf(await docxOf(deep(20)));
		expect(losses.map(({ what }) => what)).toEqual(['too_deep']);
		expect(JSON.stringify(text)).toContain('tief');
	});

	test('an unknown element with words in it, without them, and that is told', async () => {
		const { losses } = await documentOf(await docxOf(p(r('a') + `<w:neu>${r('verloren')}</w:neu>`)));
		expect(losses.map(({ what, detail }) => [what, detail])).toEqual([['unknown', 'w:neu: verloren']]);
	});
});

test('losses are listed up to a bound, and then counted', async () => {
	const { losses } = await documentOf(await docxOf(p(r('geheim', '<w:vanish/>')).repeat(2003)));
	expect(losses).toHaveLength(2001);
	expect(losses.at(-1)).toMatchObject({ what: 'unlisted', detail: 'losses: 3' });
});

test('a file damaged anywhere ends in a text of the model or in a sentence', async () => {
	const damaged = openDamage(42);
	const seen = new Set<string>();
	for (const name of ['changes.docx', 'changes.odt', 'comments.odt'])
		for (let time = 0; time < 25; time++) {
			const read = await readHere(await damaged(readFileSync(`src/lib/server/text/fixtures/${name}`)));
			if ('messageKey' in read) seen.add(read.messageKey);
			else expect(textSchema.safeParse(read.text).error).toBeUndefined();
		}
	expect([...seen]).toEqual(['errors_document_unreadable']);
});

/** Takes away, doubles and renames elements and attributes of its parts, in the same way each time. */
function openDamage(seed: number) {
	const draw = (below: number) => (seed = (seed * 1_103_515_245 + 12_345) & 0x7fffffff) % below;
	return async (bytes: Buffer): Promise<Buffer> => {
		const { names, read } = await openArchive(bytes, { entries: 100, bytes: 10_000_000 });
		const parts: Record<string, Buffer> = {};
		for (const name of names.filter((name) => !name.endsWith('/'))) parts[name] = (await read(name))!;
		const texts = names.filter((name) => /(document|numbering|styles|comments|content)\.xml$/.test(name));
		for (let times = 1 + draw(6); times > 0; times--) {
			const name = texts[draw(texts.length)]!;
			const xml = parts[name]!.toString();
			const tags = [...xml.matchAll(/<[^>?]+>/g)].slice(1);
			const [tag, other] = [tags[draw(tags.length)]!, tags[draw(tags.length)]!];
			const kind = (tag: RegExpExecArray) => /^<\/?([\w:-]+)/.exec(tag[0])![1]!;
			const changed = [
				() => xml.slice(0, tag.index) + xml.slice(tag.index + tag[0].length),
				() =>
					xml.replaceAll(tag[0], tag[0].replace(/="[^"]*"/, `="${['-1', '999999999', '', 'x'][draw(4)]}"`)),
				() => xml.replaceAll(tag[0], tag[0].replace(/ [\w:-]+="[^"]*"/, '')),
				() => xml.replaceAll(new RegExp(`(</?)${kind(tag)}\\b`, 'g'), `$1${kind(other)}`)
			][draw(4)]!();
			parts[name] = Buffer.from(changed);
		}
		return zipOf(parts);
	};
}

describe('in a thread', () => {
	let folder: string;
	beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), 'documents-'))));
	afterAll(() => rm(folder, { recursive: true }));

	test('a file is read, and says how far it has come', async () => {
		const path = join(folder, 'lang');
		await writeFile(path, await docxOf(p('Absatz').repeat(250)));
		const told: Progress[] = [];
		const { text } = await readDocument({
			path,
			changes: 'after',
			progress: (progress) => told.push(progress)
		});
		expect(text.blocks).toHaveLength(250);
		expect(told).toEqual([
			{ done: 100, all: 250 },
			{ done: 200, all: 250 },
			{ done: 250, all: 250 }
		]);
	});

	test('what is refused has its sentence here', async () => {
		const path = join(folder, 'pdf');
		await writeFile(path, '%PDF-1.7');
		const refused = await readDocument({ path, changes: 'after' }).catch((error: unknown) => error);
		expect(refused).toBeInstanceOf(Refusal);
		expect(refused).toMatchObject({ status: 400, messageKey: 'errors_document_pdf' });
	});
});
