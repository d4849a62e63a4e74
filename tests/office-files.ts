import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';
import type { Block, Run } from '#lib/text/block.ts';
import { documentIn } from '#lib/server/text/document-in.ts';
import type { Progress, ReadDocument, View } from '#lib/server/text/document.ts';

/* Office files made of their parts, as programs write them and as those do who mean harm. */

/** An archive of these parts. */
export function zipOf(parts: Record<string, string | Buffer>): Promise<Buffer> {
	const archive = new ZipFile();
	for (const [path, content] of Object.entries(parts)) archive.addBuffer(Buffer.from(content), path);
	archive.end();
	return buffer(archive.outputStream);
}

const ooxml = 'http://schemas.openxmlformats.org';
const names = Object.entries({
	w: `${ooxml}/wordprocessingml/2006/main`,
	r: `${ooxml}/officeDocument/2006/relationships`,
	m: `${ooxml}/officeDocument/2006/math`,
	wp: `${ooxml}/drawingml/2006/wordprocessingDrawing`,
	a: `${ooxml}/drawingml/2006/main`,
	pic: `${ooxml}/drawingml/2006/picture`,
	c: `${ooxml}/drawingml/2006/chart`,
	dgm: `${ooxml}/drawingml/2006/diagram`,
	mc: `${ooxml}/markup-compatibility/2006`,
	w14: 'http://schemas.microsoft.com/office/word/2010/wordml',
	w15: 'http://schemas.microsoft.com/office/word/2012/wordml',
	wps: 'http://schemas.microsoft.com/office/word/2010/wordprocessingShape',
	adec: 'http://schemas.microsoft.com/office/drawing/2017/decorative',
	v: 'urn:schemas-microsoft-com:vml',
	o: 'urn:schemas-microsoft-com:office:office'
})
	.map(([prefix, name]) => `xmlns:${prefix}="${name}"`)
	.join(' ');

/** The styles every file has, under their German ids. */
const usualStyles = `
	<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="22"/><w:lang w:val="de-DE"/></w:rPr></w:rPrDefault></w:docDefaults>
	<w:style w:type="paragraph" w:default="1" w:styleId="Standard"><w:name w:val="Normal"/></w:style>
	${[1, 2, 3]
		.map(
			(
				level
			) => `<w:style w:type="paragraph" w:styleId="berschrift${level}"><w:name w:val="heading ${level}"/>
		<w:basedOn w:val="Standard"/><w:pPr><w:outlineLvl w:val="${level - 1}"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>`
		)
		.join('')}
	<w:style w:type="paragraph" w:styleId="Beschriftung"><w:name w:val="caption"/><w:rPr><w:i/></w:rPr></w:style>
	<w:style w:type="paragraph" w:styleId="Zitat"><w:name w:val="Quote"/><w:rPr><w:i/></w:rPr></w:style>
	<w:style w:type="paragraph" w:styleId="Titel"><w:name w:val="Title"/></w:style>`;

export interface DocxParts {
	styles?: string;
	numbering?: string;
	comments?: string;
	extended?: string;
	footnotes?: string;
	/** Target by id; with an address in it, it lies elsewhere. */
	relations?: Record<string, [type: string, target: string]>;
	parts?: Record<string, string | Buffer>;
}

/** A Word file with this body. */
export function docxOf(body: string, parts: DocxParts = {}): Promise<Buffer> {
	const wrap = (name: string, content: string) =>
		`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:${name} ${names}>${content}</w:${name}>`;
	const inner: Record<string, [name: string, content: string | undefined]> = {
		styles: ['styles', usualStyles + (parts.styles ?? '')],
		numbering: ['numbering', parts.numbering],
		comments: ['comments', parts.comments],
		footnotes: ['footnotes', parts.footnotes]
	};
	const files = Object.entries(inner).filter(([, [, content]]) => content !== undefined);
	const relations: Record<string, [string, string]> = {
		...Object.fromEntries(files.map(([name]) => [name, [name, `${name}.xml`] as [string, string]])),
		...(parts.extended && { extended: ['commentsExtended', 'commentsExtended.xml'] as [string, string] }),
		...parts.relations
	};
	return zipOf({
		'[Content_Types].xml': contentTypes(['document', ...files.map(([name]) => name)]),
		'_rels/.rels': relationsOf({ main: ['officeDocument', 'word/document.xml'] }),
		'word/_rels/document.xml.rels': relationsOf(relations),
		'word/document.xml': wrap('document', `<w:body>${body}</w:body>`),
		...Object.fromEntries(files.map(([file, [name, content]]) => [`word/${file}.xml`, wrap(name, content!)])),
		...(parts.extended && {
			'word/commentsExtended.xml': `<w15:commentsEx ${names}>${parts.extended}</w15:commentsEx>`
		}),
		...parts.parts
	});
}

const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const contentTypes = (parts: string[]) =>
	`<Types xmlns="${ooxml}/package/2006/content-types"><Default Extension="png" ContentType="image/png"/>` +
	'<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
	'<Default Extension="xml" ContentType="application/xml"/>' +
	parts
		.map((part) => {
			const type = `${wordType}.${part === 'document' ? 'document.main' : part}+xml`;
			return `<Override PartName="/word/${part}.xml" ContentType="${type}"/>`;
		})
		.join('') +
	'</Types>';

export const relationsOf = (relations: Record<string, [type: string, target: string]>) =>
	`<Relationships xmlns="${ooxml}/package/2006/relationships">${Object.entries(relations)
		.map(
			([id, [type, target]]) =>
				`<Relationship Id="${id}" Type="${ooxml}/officeDocument/2006/relationships/${type}" Target="${target}"${
					/^\w+:/.test(target) ? ' TargetMode="External"' : ''
				}/>`
		)
		.join('')}</Relationships>`;

/** A paragraph of Word: its properties, and runs or words. */
export const p = (content: string, properties = '') =>
	`<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${content.startsWith('<') || !content ? content : r(content)}</w:p>`;
export const style = (id: string) => `<w:pStyle w:val="${id}"/>`;
export const listed = (list: number, level = 0) =>
	`<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`;
export const r = (words: string, properties = '') =>
	`<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${words}</w:t></w:r>`;
/** A list of one or more levels: format and label of each. */
export const list = (id: number, ...levels: [format: string, label: string, more?: string][]) =>
	`<w:abstractNum w:abstractNumId="${id}">${levels
		.map(
			([format, label, more = ''], at) =>
				`<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${label}"/>` +
				`<w:pPr><w:ind w:left="${(at + 1) * 720}" w:hanging="360"/></w:pPr></w:lvl>`
		)
		.join('')}</w:abstractNum>`;
export const num = (id: number, abstract: number, more = '') =>
	`<w:num w:numId="${id}"><w:abstractNumId w:val="${abstract}"/>${more}</w:num>`;

const odf = 'urn:oasis:names:tc:opendocument:xmlns';
const odfNames = Object.entries({
	...Object.fromEntries(
		['office', 'style', 'text', 'table', 'meta', 'manifest', 'form'].map((name) => [
			name,
			`${odf}:${name}:1.0`
		])
	),
	draw: `${odf}:drawing:1.0`,
	fo: `${odf}:xsl-fo-compatible:1.0`,
	svg: `${odf}:svg-compatible:1.0`,
	dc: 'http://purl.org/dc/elements/1.1/',
	xlink: 'http://www.w3.org/1999/xlink',
	loext: 'urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0'
})
	.map(([prefix, name]) => `xmlns:${prefix}="${name}"`)
	.join(' ');

/** An OpenDocument text with this body. */
export function odtOf(
	body: string,
	given: {
		automatic?: string;
		styles?: string;
		masters?: string;
		manifest?: string;
		parts?: Record<string, string | Buffer>;
	} = {}
): Promise<Buffer> {
	const { automatic = '', styles = '', masters = '', manifest = '', parts = {} } = given;
	return zipOf({
		mimetype: 'application/vnd.oasis.opendocument.text',
		'META-INF/manifest.xml': `<manifest:manifest ${odfNames}>${manifest}</manifest:manifest>`,
		'content.xml':
			`<office:document-content ${odfNames}><office:automatic-styles>${automatic}</office:automatic-styles>` +
			`<office:body><office:text>${body}</office:text></office:body></office:document-content>`,
		'styles.xml':
			`<office:document-styles ${odfNames}><office:styles><style:default-style style:family="paragraph">` +
			'<style:text-properties fo:language="de" fo:country="DE"/></style:default-style>' +
			`${styles}</office:styles><office:master-styles>${masters}</office:master-styles></office:document-styles>`,
		...parts
	});
}

/** A pixel. */
export const png = Buffer.from(
	'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
	'base64'
);

/** Reads a file in this thread. */
export async function readHere(
	bytes: Buffer,
	changes: View = 'after',
	progress: Progress[] = []
): Promise<ReadDocument | { messageKey: string }> {
	const folder = await mkdtemp(join(tmpdir(), 'document-'));
	try {
		const path = join(folder, 'file');
		await writeFile(path, bytes);
		const port = { postMessage: (one: Progress) => progress.push(one), close: () => undefined };
		return await documentIn({ path, changes, port: port as never });
	} finally {
		await rm(folder, { recursive: true });
	}
}

/** As `readHere`, for what can be read. */
export async function documentOf(bytes: Buffer, changes?: View): Promise<ReadDocument> {
	const read = await readHere(bytes, changes);
	if ('messageKey' in read) throw new Error(read.messageKey);
	return read;
}

/** Blocks in short: `# heading`, `1. item`, `* item`, `| cell | cell |`, indented by what they lie in. */
export function shortOf(blocks: Block[], indent = ''): string[] {
	return blocks.flatMap((block): string[] => {
		switch (block.kind) {
			case 'heading':
				return [
					`${indent}${'#'.repeat(block.level)} ${block.number ? `(${block.number}) ` : ''}${runsOf(block.runs)}`
				];
			case 'paragraph':
				return [indent + runsOf(block.runs)];
			case 'list':
				return block.items.flatMap(({ number, blocks }, at) => {
					const sign = number ?? (block.format === 'bullet' ? '*' : `${(block.start ?? 1) + at}.`);
					const [first = '', ...rest] = shortOf(blocks, `${indent}  `);
					const begin = at === 0 ? `${block.format}: ` : '';
					return [`${indent}${begin}${sign} ${first.trim()}`, ...rest];
				});
			case 'table':
				return [
					...(block.caption ? [`${indent}[${runsOf(block.caption)}]`] : []),
					...block.head.map((row) => `${indent}${rowOf(row)} head`),
					...block.body.map((row) => indent + rowOf(row))
				];
			case 'image':
				return [
					`${indent}!${block.file}(${block.alt ?? '?'})${block.caption ? ` [${runsOf(block.caption)}]` : ''}`
				];
			default:
				return [`${indent}${block.kind}:`, ...shortOf(block.blocks, `${indent}  `)];
		}
	});
}

const rowOf = (row: Extract<Block, { kind: 'table' }>['body'][number]) =>
	`| ${row
		.map(({ blocks, columns, rows, isHead }) => {
			const reach = columns || rows ? `{${columns ?? 1}×${rows ?? 1}}` : '';
			return `${isHead ? '!' : ''}${reach}${shortOf(blocks).join(' / ')}`;
		})
		.join(' | ')} |`;

const signs = {
	strong: '**',
	emphasis: '_',
	underline: '__',
	strike: '~~',
	superscript: '^',
	subscript: ',,',
	code: '`'
};

export const runsOf = (runs: Run[]) =>
	runs
		.map((run) => {
			if ('break' in run) return '⏎';
			if ('note' in run) return `[^${run.note}]`;
			const marked = (run.marks ?? []).reduce((text, mark) => signs[mark] + text + signs[mark], run.text);
			const inLanguage = run.language ? `${marked}@${run.language}` : marked;
			return run.href ? `[${inLanguage}](${run.href})` : inLanguage;
		})
		.join('');
