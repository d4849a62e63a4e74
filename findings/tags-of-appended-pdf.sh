#!/usr/bin/env bash
# Pages of one tagged PDF that are appended to another one with pdf-lib have no tag any more, but show the tree of the first
# one's page: asked for its structure, the page names headings and paragraphs of another page, and none of its own words is in
# it. The file still says that it is tagged, with language and title. Put into a new file instead, both lose all of this.
# Why it matters: offices put statements together into one PDF. A screen reader finds the appended ones empty or wrong, and a
# check for "tagged, with title and language" finds nothing amiss. So: draw one document from the data, never join finished ones.
# Versions: pdf-lib 1.17.1, read by pdfjs-dist 5.4.394; files from @myriaddreamin/typst-ts-node-compiler 0.7.0 (PDF/UA-1).
# Source: seen here. A page names its tags by a number (StructParents, ISO 32000-1, 14.7.4.4); it is copied, its tree is not,
# and in the first file the same number stands for another page. (qpdf 11.3.0 did the same; pdfunite 22.12 drops all tags.)
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent pdf-lib@1.17.1 pdfjs-dist@5.4.394 @myriaddreamin/typst-ts-node-compiler@0.7.0 dejavu-fonts-ttf@2.37.3
cat >seen.mjs <<'SEEN'
import { readFileSync } from 'node:fs';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { PDFDocument } from 'pdf-lib';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

const font = readFileSync('node_modules/dejavu-fonts-ttf/ttf/DejaVuSans.ttf');
const compiler = NodeCompiler.create({ fontArgs: [{ fontBlobs: [font] }] });
const tagged = (title, body) =>
	compiler.pdf(
		{
			mainFileContent: `#set document(title: "${title}")\n#set text(lang: "de", region: "DE", font: "DejaVu Sans")\n${body}`
		},
		{ pdfStandard: 'ua-1' }
	);
const first = tagged('Erste', '= Erste Stellungnahme\nDer Rufbus fehlt.\n== Mobilität\nEnde.');
const second = tagged('Zweite', '= Zweite Stellungnahme\nErster Absatz.\n\nZweiter Absatz.\n\nDritter Absatz.');

/** Role and words of what is tagged on the last page. */
async function read(bytes) {
	const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
	const page = await pdf.getPage(pdf.numPages);
	const words = {};
	const open = [];
	for (const item of (await page.getTextContent({ includeMarkedContent: true })).items)
		if (item.type?.startsWith('begin')) open.push(item.id ?? open.at(-1));
		else if (item.type === 'endMarkedContent') open.pop();
		else if (open.at(-1)) words[open.at(-1)] = (words[open.at(-1)] ?? '') + item.str;
	const said = [];
	const roles = [];
	const walk = (node, role) => {
		if (/^(H\d|P)$/.test(node.role)) roles.push(node.role);
		if (words[node.id]) said.push(`${role}: ${words[node.id]}`);
		for (const child of node.children ?? []) walk(child, node.role);
	};
	const tree = await page.getStructTree();
	if (tree) walk(tree);
	const isTagged = (await pdf.getMarkInfo())?.Marked ?? false;
	return { isTagged, language: (await pdf.getMetadata()).info.Language ?? null, roles, said };
}

async function appended(to) {
	const from = await PDFDocument.load(second);
	for (const page of await to.copyPages(from, from.getPageIndices())) to.addPage(page);
	return read(await to.save());
}
const seen = {
	alone: await read(second),
	appended: await appended(await PDFDocument.load(first)),
	'in a new file': await appended(await PDFDocument.create())
};
console.log(JSON.stringify(seen, null, '\t'));
const own = ['H1: Zweite Stellungnahme', 'P: Erster Absatz.', 'P: Zweiter Absatz.', 'P: Dritter Absatz.'];
const expected = {
	alone: { isTagged: true, language: 'de-DE', roles: ['H1', 'P', 'P', 'P'], said: own },
	appended: { isTagged: true, language: 'de-DE', roles: ['H1', 'P', 'H2', 'P'], said: [] },
	'in a new file': { isTagged: false, language: null, roles: [], said: [] }
};
if (JSON.stringify(seen) !== JSON.stringify(expected)) throw new Error('this has changed');
SEEN
node seen.mjs
