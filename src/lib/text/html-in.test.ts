import { isTag, isText, type ChildNode } from 'domhandler';
import * as fc from 'fast-check';
import { parseDocument } from 'htmlparser2';
import { expect, test } from 'vitest';
import { deepest, depthOf, type Block } from './block.ts';
import { fromHtml, type HtmlNode } from './html-in.ts';
import { toMarkdown } from './markdown-out.ts';
import { plainOf } from './plain.ts';
import { textSchema } from './text-schema.ts';

const nodesOf = (nodes: ChildNode[]): HtmlNode[] =>
	nodes.flatMap((node): HtmlNode[] => {
		if (isText(node)) return [node.data];
		return isTag(node)
			? [{ name: node.name, attributes: node.attribs, children: nodesOf(node.children) }]
			: [];
	});
const read = (html: string) => fromHtml(nodesOf(parseDocument(html).children));
const markdownOf = (html: string) => toMarkdown(read(html).text).trimEnd();
const lossesOf = (html: string) => Object.fromEntries(read(html).losses);
const lines = (...all: string[]) => all.join('\n');

test('from Word come paragraphs, marks, lists with levels and signs, and tables', () => {
	const item = (level: number, sign: string, words: string) =>
		`<p class=MsoListParagraph style='margin-left:36.0pt;mso-list:l0 level${level} lfo1'><![if !supportLists]><span
		style='font-family:Symbol'><span style='mso-list:Ignore'>${sign}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;
		</span></span></span><![endif]>${words}<o:p></o:p></p>\n`;
	const html = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p {color: red}</style></head><body lang=DE>
		<!--StartFragment--><p class=MsoNormal style='line-height:150%'>Der <b style='mso-bidi-font-weight:normal'>Rufbus</b>
		fährt <span style='font-style:italic'>samstags</span>, H<sub>2</sub>O.<o:p></o:p></p>
		${item(1, '·', 'Bus')}${item(2, '1.', 'Thale')}${item(2, '2.', 'Quedlinburg')}${item(1, '·', 'Bahn')}
		<p class=MsoNormal>und</p>${item(1, 'a)', 'klein')}${item(1, 'b)', 'kleiner')}
		<table class=MsoTableGrid><tr><td colspan=2 style='width:99pt'><p class=MsoNormal><b>Angebot</b></p></td></tr>
		<tr><td><p class=MsoNormal>Thale</p></td><td><p class=MsoNormal>12</p></td></tr></table><!--EndFragment--></body></html>`;
	expect(markdownOf(html)).toBe(
		lines(
			'Der **Rufbus** fährt *samstags*, H~2~O.',
			'',
			'- Bus',
			'  1. Thale',
			'  2. Quedlinburg',
			'- Bahn',
			'',
			'und',
			'',
			'a) klein',
			'b) kleiner',
			'',
			'::: Tabelle, Kopfzeilen 0',
			'- - {Spalten 2} **Angebot**',
			'- - Thale',
			'  - 12',
			':::'
		)
	);
	expect(lossesOf(html)).toEqual({});
});

test('from LibreOffice come lists with their count', () => {
	const html = `<body lang="de-DE" dir="ltr"><p style="line-height: 100%"><font face="Arial"><font size="2">Erstens</font></font></p>
		<ol type="a" start="3"><li><p>drittens</p></li><li><p>viertens</p><ul><li><p>darunter</p></li></ul></li></ol></body>`;
	expect(markdownOf(html)).toBe(lines('Erstens', '', 'c) drittens', 'd) viertens', '   - darunter'));
});

test('from a website come words, links and lists; what is no text stays behind and is counted', () => {
	const html = `<nav hidden><a href="/x">Menü</a></nav><h2>Termine</h2><p>Mehr <a href="https://kreis.example/a">hier</a>, <a
		href="/intern">intern</a>, <a href="javascript:alert(1)">und</a> <a href="#teil">dort</a>.</p><img src="https://fremd.example/z.png">
		<script>alert(1)</script><iframe src="https://fremd.example"></iframe><hr><input value="x"><ul><li>eins<ul><li>zwei</li></ul></li>
		<ul><li>drei</li></ul></ul>`;
	expect(markdownOf(html)).toBe(
		lines(
			'**Termine**',
			'',
			'Mehr [hier](https://kreis.example/a), intern, und dort.',
			'',
			'- eins',
			'  - zwei',
			'',
			'  {Liste}',
			'',
			'  - drei'
		)
	);
	expect(lossesOf(html)).toEqual({
		hidden: 1,
		heading: 1,
		link: 3,
		picture: 1,
		embedded: 1,
		rule: 1,
		form: 1
	});
});

test('what Google sets in a “b” that is not bold is not bold', () => {
	expect(
		markdownOf(
			'<b style="font-weight:normal" id="docs-internal"><p><span style="font-weight:400">Bus</span> <span style="font-weight:700">Bahn</span></p></b>'
		)
	).toBe('Bus **Bahn**');
});

test('line ends count where they were typed, and nowhere else', () => {
	expect(markdownOf('<p>ein\n   Satz</p><pre>eins\nzwei</pre>')).toBe(
		lines('ein Satz', '', '`eins`\\', '`zwei`')
	);
	expect(markdownOf('<p>eins<br>zwei</p>')).toBe(lines('eins\\', 'zwei'));
});

test('a table has a head where its page says so, and one cell is no table', () => {
	expect(
		markdownOf(
			'<table><caption>Plätze</caption><thead><tr><td>Ort</td><td>Zahl</td></tr></thead><tbody><tr><th>Thale</th><td>12</td></tr></tbody></table>'
		)
	).toBe(lines('::: Tabelle', '- - Ort', '  - Zahl', '- - {Kopf} Thale', '  - 12', ':::', '', ': Plätze'));
	expect(markdownOf('<table><tr><th>Ort</th></tr><tr><td>Thale</td></tr></table>')).toBe(
		lines('| Ort |', '| --- |', '| Thale |')
	);
	expect(markdownOf('<table><tr><td><p>eins</p><p>zwei</p></td></tr></table>')).toBe(
		lines('eins', '', 'zwei')
	);
});

test('what lies too deep is kept as words', () => {
	const { text, losses } = read(`${'<blockquote>'.repeat(40)}tief${'</blockquote>'.repeat(40)}`);
	expect(depthOf(text)).toBeLessThanOrEqual(deepest);
	expect(plainOf(text)).toBe('tief');
	expect(losses.get('depth')).toBe(1);
});

test('whatever is pasted may be kept, and no word of it is lost', () => {
	const name = fc.constantFrom(
		...[
			'p',
			'div',
			'span',
			'b',
			'ul',
			'ol',
			'li',
			'table',
			'tr',
			'td',
			'th',
			'blockquote',
			'a',
			'pre',
			'h2',
			'x-y'
		]
	);
	const style = fc.constantFrom(
		'',
		'font-weight:bold',
		'mso-list:l0 level2 lfo1',
		'vertical-align:super',
		':;;x'
	);
	const tree = fc.letrec<{ node: HtmlNode; element: HtmlNode }>((tie) => ({
		element: fc.record({
			name,
			attributes: fc.record({ style, href: fc.constantFrom('https://a.de', 'x', '#y') }),
			children: fc.array(tie('node'), { maxLength: 4 })
		}),
		node: fc.oneof({ maxDepth: 5 }, fc.constantFrom('Bus', 'Bahn ', ' \n', 'Rad'), tie('element'))
	}));
	const said = (nodes: HtmlNode[]): string =>
		nodes.map((node) => (typeof node === 'string' ? node : said(node.children))).join('');
	/* A list or table holds items and rows; words right in it belong nowhere. */
	const isSound = (nodes: HtmlNode[], above = ''): boolean =>
		nodes.every((node) => {
			if (typeof node === 'string') return !['ul', 'ol', 'table', 'tr'].includes(above);
			if (above === 'table') return node.name === 'tr' && isSound(node.children, node.name);
			if (above === 'tr') return /^t[dh]$/.test(node.name) && isSound(node.children, node.name);
			return isSound(node.children, node.name);
		});
	fc.assert(
		fc.property(fc.array(tree.node, { maxLength: 4 }), (nodes) => {
			const { text } = fromHtml(nodes);
			expect(textSchema.safeParse(text).success).toBe(true);
			const bare = (words: string) => words.replace(/\s/g, '');
			if (isSound(nodes)) expect(bare(plainOf(text))).toBe(bare(said(nodes)));
		}),
		{ numRuns: 1500 }
	);
});

test('a single block is one block', () => {
	expect(read('<p>Bus</p>').text.blocks).toEqual([
		{ kind: 'paragraph', runs: [{ text: 'Bus' }] }
	] satisfies Block[]);
});
