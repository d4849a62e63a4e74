#!/usr/bin/env bash
# @turbodocx/html-to-docx writes the alt text of a picture where Word, LibreOffice and mammoth do not look (pic:cNvPr instead of
# wp:docPr), so every picture leaves without one; the head of a table is an ordinary row; <ol type="a"> counts in digits.
# Why it matters: who makes the accessible page and lets this library make the Word file of it gives away a file that reads "no
# description" at each picture and no column heads, and whose "point b" is called 2 in the answers that come back.
# Versions: @turbodocx/html-to-docx 1.23.1, read by mammoth 1.13.0; jszip 3.10.2.
# Source: seen here. Alternative text is docPr/@descr (ECMA-376 part 1, 20.4.2.5), a table head is w:tblHeader (17.4.78).
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent @turbodocx/html-to-docx@1.23.1 mammoth@1.13.0 jszip@3.10.2
cat >seen.mjs <<'SEEN'
import writeDocx from '@turbodocx/html-to-docx';
import JSZip from 'jszip';
import mammoth from 'mammoth';

const dot =
	'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
const html = `<html lang="de"><body><h1>Entwurf</h1><p><img alt="Haltestelle mit Rampe" src="data:image/png;base64,${dot}"></p><ol type="a"><li>erstens</li><li>zweitens</li></ol><table><thead><tr><th scope="col">Ort</th></tr></thead><tbody><tr><td>Rieder</td></tr></tbody></table></body></html>`;
const docx = Buffer.from(await writeDocx(html));
const files = await JSZip.loadAsync(docx);
const text = await files.file('word/document.xml').async('string');
const numbering = await files.file('word/numbering.xml').async('string');
const { value } = await mammoth.convertToHtml({ buffer: docx });
const seen = {
	'alt of the drawing': /<wp:docPr [^>]*descr=/.test(text),
	'alt of the picture inside it': /<pic:cNvPr [^>]*descr="Haltestelle mit Rampe"/.test(text),
	'alt read by mammoth': value.includes('alt='),
	'table head': /tblHeader/.test(text),
	'head read by mammoth': value.includes('<th>'),
	'numbers of the first level': numbering.match(/<w:lvl w:ilvl="0"[\s\S]*?<w:numFmt w:val="([^"]+)"/)[1]
};
console.log(seen);
const expected = {
	'alt of the drawing': false,
	'alt of the picture inside it': true,
	'alt read by mammoth': false,
	'table head': false,
	'head read by mammoth': false,
	'numbers of the first level': 'decimal'
};
if (JSON.stringify(seen) !== JSON.stringify(expected)) throw new Error('this has changed');
SEEN
node seen.mjs
