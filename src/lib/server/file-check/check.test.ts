import { Document, Packer, Paragraph } from 'docx';
import { strToU8, zipSync, type Zippable } from 'fflate';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { afterAll, describe, expect, test } from 'vitest';
import { check } from './check.ts';
import { docx, odt, xlsx } from './media-types.ts';

const folder = mkdtempSync(join(tmpdir(), 'augenhoehe-check-'));
afterAll(() => rmSync(folder, { recursive: true }));

const path = join(folder, 'file');
/** The type found, or the reason why it is not taken. */
async function checked(content: Uint8Array | string, name: string): Promise<string> {
	writeFileSync(path, content);
	return check(path, name).then(
		({ mediaType }) => mediaType,
		({ reason, message }) => reason ?? message
	);
}
const tagged = async (content: Uint8Array | string) => {
	writeFileSync(path, content);
	return (await check(path, 'Plan.pdf')).isTaggedPdf;
};

const png = (width: number, height: number) => {
	const head = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
	const size = Buffer.alloc(8);
	size.writeUInt32BE(width, 0);
	size.writeUInt32BE(height, 4);
	return Buffer.concat([head, size, Buffer.from('0802000000', 'hex'), Buffer.alloc(4), Buffer.alloc(40)]);
};
const jpeg = Buffer.from(
	'ffd8ffe000104a46494600010100000100010000ffc0001108001000100301220002110103110100ffd9',
	'hex'
);
const webp = Buffer.concat([
	Buffer.from('RIFF\x1a\x00\x00\x00WEBPVP8L\x0d\x00\x00\x00', 'latin1'),
	Buffer.from('2f0000001007101111888808', 'hex'),
	Buffer.alloc(8)
]);
const pdf = '%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\ntrailer<</Root 1 0 R>>\n%%EOF';

const types = (main: string) =>
	strToU8(
		`<?xml version="1.0"?><Types xmlns="x"><Override PartName="/word/document.xml" ContentType="application/${main}+xml"/></Types>`
	);
const wordMain = 'vnd.openxmlformats-officedocument.wordprocessingml.document.main';
const word = (more: Zippable = {}, main = wordMain) =>
	zipSync({ '[Content_Types].xml': types(main), 'word/document.xml': strToU8('<w/>'), ...more });
const openDocument = (more: Zippable = {}, mimetype: string = odt) =>
	zipSync({ mimetype: strToU8(mimetype), 'content.xml': strToU8('<office/>'), ...more });

describe('what is taken', () => {
	test('documents of Word and Excel', async () => {
		const document = new Document({ sections: [{ children: [new Paragraph('Protokoll')] }] });
		expect(await checked(await Packer.toBuffer(document), 'Protokoll.docx')).toBe(docx);
		const sheets = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml';
		const table = zipSync({ '[Content_Types].xml': strToU8(sheets), 'xl/workbook.xml': strToU8('<x/>') });
		expect(await checked(table, 'Liste.XLSX')).toBe(xlsx);
	});

	test('OpenDocument, PDF and pictures', async () => {
		expect(await checked(openDocument(), 'Brief.odt')).toBe(odt);
		expect(await checked(pdf, 'Plan.pdf')).toBe('application/pdf');
		expect(await checked(png(800, 600), 'Foto.png')).toBe('image/png');
		expect(await checked(jpeg, 'Foto.JPG')).toBe('image/jpeg');
		expect(await checked(webp, 'Foto.webp')).toBe('image/webp');
		expect(await checked(pdf, 'ohne Endung')).toBe('application/pdf');
	});
});

describe('disguise', () => {
	test.each([
		['a program as PDF', Buffer.from('MZ\x90\x00'.padEnd(400, '\0'), 'latin1'), 'Rechnung.pdf', 'unknown'],
		['a page as picture', '<!doctype html><script>alert(1)</script>', 'Foto.png', 'unknown'],
		['a page with a PDF further on', `<html><script>alert(1)</script>${pdf}`, 'Plan.pdf', 'unknown'],
		['a drawing with a script', '<svg xmlns="x"><script>alert(1)</script></svg>', 'Karte.svg', 'unknown'],
		['a drawing behind a declaration', '<?xml version="1.0"?><svg onload="x"/>', 'Karte.png', 'unknown'],
		['a picture as program', png(8, 8), 'Foto.exe', 'ending'],
		['a picture as PDF', png(8, 8), 'Foto.pdf', 'ending'],
		['a PDF as page', pdf, 'Plan.html', 'ending'],
		['a document of Word as one of Excel', word(), 'Liste.xlsx', 'ending'],
		['any archive as document', zipSync({ 'lies.txt': strToU8('x') }), 'Brief.docx', 'unknown'],
		['nothing', '', 'leer.pdf', 'empty'],
		['half a picture', png(8, 8).subarray(0, 18), 'Foto.png', 'unreadable'],
		['half a document', word().subarray(0, 200), 'Brief.docx', 'unreadable'],
		['a template', openDocument({}, `${odt}-template`), 'Vorlage.odt', 'unknown']
	])('%s', async (_, content, name, reason) => expect(await checked(content, name)).toBe(reason));
});

describe('danger in documents', () => {
	test.each([
		['macros by their part', word({ 'word/vbaProject.bin': strToU8('x') })],
		['macros by another name', word({}, 'vnd.ms-word.document.macroEnabled.main')],
		['controls', word({ 'word/activeX/activeX1.xml': strToU8('x') })],
		['macros of Excel 4', word({ 'xl/macrosheets/sheet1.xml': strToU8('x') })]
	])('%s', async (_, content) => expect(await checked(content, 'Brief.docx')).toBe('macros'));

	test('macros and passwords of OpenDocument', async () => {
		expect(await checked(openDocument({ 'Basic/Standard/a.xml': strToU8('x') }), 'Brief.odt')).toBe('macros');
		const manifest = strToU8('<manifest:encryption-data/>');
		expect(await checked(openDocument({ 'META-INF/manifest.xml': manifest }), 'Brief.odt')).toBe('locked');
	});

	test('a locked document of Office, and a locked part', async () => {
		const container = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]);
		expect(await checked(container, 'Brief.docx')).toBe('locked');
		const locked = Buffer.from(word());
		locked.writeUInt16LE(1, locked.indexOf(Buffer.from('PK\x01\x02', 'latin1')) + 8);
		expect(await checked(locked, 'Brief.docx')).toBe('locked');
	});

	test('ways out of the archive, and a part that is there twice', async () => {
		for (const name of ['../../evil.xml', '/etc/passwd', 'word\\evil.xml', 'C:/evil.xml'])
			expect(await checked(word({ [name]: strToU8('x') }), 'Brief.docx'), name).toBe('unreadable');
		const twice = Buffer.from(word({ 'word/document.xmk': strToU8('<other/>') }));
		for (let at = twice.indexOf('.xmk'); at !== -1; at = twice.indexOf('.xmk')) twice.write('.xml', at);
		expect(await checked(twice, 'Brief.docx')).toBe('unreadable');
	});
});

describe('files as offices send them', () => {
	const folder = join('tests', 'inputs');
	const names = readdirSync(folder).filter((name) => name.endsWith('.pdf'));
	const those = (beginning: RegExp) => names.filter((name) => beginning.test(name));

	test.each(those(/^(Protokoll_geschuetzt|kennwort)/))(
		'a PDF that opens only with a password: %s',
		async (name) => {
			expect(await checked(readFileSync(join(folder, name)), name)).toBe('locked_pdf');
		}
	);

	test.each(those(/^nur_schreibschutz/))(
		'a PDF that is protected against changes is taken: %s',
		async (name) => {
			expect(await checked(readFileSync(join(folder, name)), name)).toBe('application/pdf');
		}
	);

	test('all of these are there', () => expect(names).toHaveLength(11));

	test('a PDF whose text speaks of encryption is none', async () => {
		expect(await checked(`${pdf}\n(The key /Encrypt 9 of /EncryptMetadata)`, 'Plan.pdf')).toBe(
			'application/pdf'
		);
		expect(await checked('%PDF-1.7\ntrailer<</Encrypt<</Filter/Adobe.PubSec>>>>', 'Plan.pdf')).toBe(
			'locked_pdf'
		);
	});

	test('a photo in HEIC, whatever its name', async () => {
		const photo = readFileSync(join(folder, 'IMG_4712.jpg'));
		expect(await checked(photo, 'IMG_4712.jpg')).toBe('heic');
		expect(await checked(photo, 'IMG_4712.HEIC')).toBe('heic');
	});
});

describe('bombs', () => {
	test('a part that puffs up, small on disk', async () => {
		const bomb = word({ 'word/media/image1.bmp': [new Uint8Array(60 * 1024 * 1024), { level: 9 }] });
		expect(bomb.length).toBeLessThan(100_000);
		expect(await checked(bomb, 'Brief.docx')).toBe('bomb');
	});

	test('many parts that are too much together', async () => {
		const part = new Uint8Array(9 * 1024 * 1024);
		const parts = Object.fromEntries(Array.from({ length: 12 }, (_, n) => [`word/media/${n}.bmp`, part]));
		expect(await checked(word(parts), 'Brief.docx')).toBe('bomb');
	});

	test('a directory that lies about the size', async () => {
		const bomb = Buffer.from(word({ 'word/media/image1.bmp': new Uint8Array(40 * 1024 * 1024) }));
		const entry = bomb.lastIndexOf('word/media/image1.bmp') - 46;
		expect(bomb.readUInt32LE(entry + 24)).toBe(40 * 1024 * 1024);
		bomb.writeUInt32LE(1000, entry + 24);
		expect(await checked(bomb, 'Brief.docx')).toBe('unreadable');
	});

	test('archives in archives, forty-two of them, and too many parts', async () => {
		const inner = zipSync({ 'a.bin': new Uint8Array(1000) });
		const shells = Object.fromEntries(Array.from({ length: 42 }, (_, n) => [`word/lib ${n}.zip`, inner]));
		expect(await checked(word(shells), 'Brief.docx')).toBe('nested');
		const many = Object.fromEntries(Array.from({ length: 3001 }, (_, n) => [`word/${n}.xml`, strToU8('')]));
		expect(await checked(word(many), 'Brief.docx')).toBe('bomb');
	});

	test('a picture of gigabytes in a few bytes', async () => {
		expect(await checked(png(60_000, 60_000), 'Foto.png')).toBe('huge_image');
		expect(await checked(png(31_000, 1), 'Foto.png')).toBe('huge_image');
		expect(statSync(path).size).toBeLessThan(200);
	});
});

describe('whether a PDF is tagged', () => {
	const catalogue = '<</Type/Catalog/MarkInfo<</Marked true>>/StructTreeRoot 5 0 R>>';
	const objectStream = (content: string) =>
		Buffer.concat([
			Buffer.from('%PDF-1.7\n3 0 obj\n<</Type/ObjStm/N 1/First 4/Filter/FlateDecode/Length 9>>\nstream\r\n'),
			deflateSync(content),
			Buffer.from('\nendstream\nendobj\n%%EOF')
		]);

	test('is seen in the catalogue, also when that is packed', async () => {
		expect(await tagged(`%PDF-1.7\n1 0 obj${catalogue}endobj`)).toBe(true);
		expect(await tagged(objectStream(`1 0 ${catalogue}`))).toBe(true);
		expect(
			await tagged('%PDF-1.7\n1 0 obj<</MarkInfo 2 0 R/StructTreeRoot 5 0 R>> 2 0 obj<</Marked true>>')
		).toBe(true);
	});

	test('is not claimed for half of it', async () => {
		expect(await tagged(pdf)).toBe(false);
		expect(await tagged('%PDF-1.7\n<</MarkInfo<</Marked false>>/StructTreeRoot 5 0 R>>')).toBe(false);
		expect(await tagged('%PDF-1.7\n<</MarkInfo<</Marked true>>>>')).toBe(false);
	});

	test('is left open when the document is encrypted', async () => {
		const [name = ''] = readdirSync(join('tests', 'inputs')).filter((name) =>
			name.startsWith('nur_schreibschutz')
		);
		expect(await tagged(readFileSync(join('tests', 'inputs', name)))).toBe(null);
	});

	test('costs little when the object stream is a bomb', async () => {
		expect(await tagged(objectStream(' '.repeat(50_000_000)))).toBe(false);
	});
});
