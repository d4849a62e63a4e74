#!/usr/bin/env bash
# officeparser gives what was deleted with change tracking in an ODT file as the first, living paragraphs of the document; in a
# DOCX file with the same change it leaves it out. Comments of an ODT file are gone without a warning (of a DOCX file they are
# there), and its lists are plain paragraphs.
# Why it matters: offices send drafts as ODT after a detour through LibreOffice. Whoever fills a search, a summary or an import
# from the text publishes sentences that somebody struck out, at the top of the page, and loses what was remarked on them.
# Versions: officeparser 7.8.0; docx 9.15.2 and jszip 3.10.2 make the files.
# Source: seen here. In ODT, deleted words stand in text:tracked-changes before the text (OpenDocument 1.2, part 1, 5.5.1); the
# text itself only names the place.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent officeparser@7.8.0 docx@9.15.2 jszip@3.10.2
cat >seen.mjs <<'SEEN'
import {
	CommentRangeEnd, CommentRangeStart, CommentReference, DeletedTextRun, Document, Packer, Paragraph, TextRun
} from 'docx';
import JSZip from 'jszip';
import { OfficeParser } from 'officeparser';

const author = 'Seniorenbeirat';
const date = '2026-11-02T10:00:00Z';
const kept = 'Der Rufbus fährt.';
const struck = 'Der Takt wird halbiert.';

const docx = await Packer.toBuffer(
	new Document({
		comments: { children: [{ id: 0, author, date: new Date(date), children: [new Paragraph('Auch sonntags?')] }] },
		sections: [
			{
				children: [
					new Paragraph({
						children: [
							new CommentRangeStart(0),
							new TextRun(kept),
							new CommentRangeEnd(0),
							new TextRun({ children: [new CommentReference(0)] }),
							new DeletedTextRun({ text: struck, id: 1, author, date })
						]
					})
				]
			}
		]
	})
);

const names = Object.entries({
	office: 'urn:oasis:names:tc:opendocument:xmlns:office:1.0',
	text: 'urn:oasis:names:tc:opendocument:xmlns:text:1.0',
	dc: 'http://purl.org/dc/elements/1.1/'
}).map(([prefix, name]) => `xmlns:${prefix}="${name}"`).join(' ');
const by = `<dc:creator>${author}</dc:creator><dc:date>${date.slice(0, 19)}</dc:date>`;
const archive = new JSZip();
archive.file('mimetype', 'application/vnd.oasis.opendocument.text', { compression: 'STORE' });
archive.file(
	'META-INF/manifest.xml',
	`<?xml version="1.0"?><manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.2"><manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.text"/><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>`
);
archive.file(
	'content.xml',
	`<?xml version="1.0"?><office:document-content ${names} office:version="1.2"><office:body><office:text><text:tracked-changes><text:changed-region text:id="c1"><text:deletion><office:change-info>${by}</office:change-info><text:p>${struck}</text:p></text:deletion></text:changed-region></text:tracked-changes><text:p>${kept}<office:annotation>${by}<text:p>Auch sonntags?</text:p></office:annotation><text:change text:change-id="c1"/></text:p><text:list><text:list-item><text:p>erstens</text:p></text:list-item></text:list></office:text></office:body></office:document-content>`
);
const odt = await archive.generateAsync({ type: 'nodebuffer' });

const read = async (bytes) => {
	const { content, warnings } = await OfficeParser.parseOffice(bytes);
	return {
		blocks: content.map(({ type, text }) => `${type}: ${text}`),
		hasComment: JSON.stringify(content).includes('Auch sonntags?'),
		warnings
	};
};
const seen = { docx: await read(docx), odt: await read(odt) };
console.log(JSON.stringify(seen, null, '\t'));
const expected = {
	docx: { blocks: [`paragraph: ${kept}`], hasComment: true, warnings: [] },
	odt: {
		blocks: [`paragraph: ${struck}`, `paragraph: ${kept}`, 'paragraph: erstens'],
		hasComment: false,
		warnings: []
	}
};
if (JSON.stringify(seen) !== JSON.stringify(expected)) throw new Error('this has changed');
SEEN
node seen.mjs
