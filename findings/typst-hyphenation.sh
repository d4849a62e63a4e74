#!/usr/bin/env bash
# Once Typst has put a hyphen at the end of a line, every hyphen of that font that comes after it in the PDF is read as a
# soft hyphen: "0000-100" is copied, searched and read out without its hyphen. In the other order the soft ones become real.
# Why it matters: offices copy telephone numbers, file numbers and addresses out of tagged PDFs; a screen reader reads the
# same text. Whether a number is whole depends on whether an earlier word was hyphenated. So: hyphenate false, and long
# words broken otherwise.
# Versions: @myriaddreamin/typst-ts-node-compiler 0.7.0 (Typst 0.14), unpdf 1.6.2, dejavu-fonts-ttf 2.37.3.
# Source: seen here; one glyph has one entry in ToUnicode (typst issues 526 and 6742, pull request 6799, open).
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent @myriaddreamin/typst-ts-node-compiler@0.7.0 unpdf@1.6.2 dejavu-fonts-ttf@2.37.3
cat >seen.mjs <<'SEEN'
import { readFileSync } from 'node:fs';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { extractText } from 'unpdf';

const font = readFileSync('node_modules/dejavu-fonts-ttf/ttf/DejaVuSans.ttf');
const compiler = NodeCompiler.create({ fontArgs: [{ fontBlobs: [font] }] });
const number = 'Telefon 0000-100';
const word = 'Donaudampfschifffahrtsgesellschaft im Landkreis und Datenschutzfolgenabschätzung';
const read = async (hyphenate, ...lines) => {
	const head = `#set document(title: "x")\n#set page(width: 8cm)\n#set text(lang: "de", font: "DejaVu Sans", hyphenate: ${hyphenate})\n= Titel\n`;
	const pdf = compiler.pdf({ mainFileContent: head + lines.join('\n\n') }, { pdfStandard: 'ua-1' });
	return (await extractText(new Uint8Array(pdf), { mergePages: true })).text;
};
const seen = {
	'hyphenated word first': (await read(true, word, number)).includes('0000-100'),
	'number first': (await read(true, number, word)).includes('0000-100'),
	'no hyphenation': (await read(false, word, number)).includes('0000-100')
};
console.log(seen);
const expected = { 'hyphenated word first': false, 'number first': true, 'no hyphenation': true };
if (JSON.stringify(seen) !== JSON.stringify(expected)) throw new Error('this has changed');
SEEN
node seen.mjs
