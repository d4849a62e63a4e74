import { describe, expect, test } from 'vitest';
import {
	docxOf,
	documentOf,
	list,
	listed,
	num,
	p,
	png,
	r,
	shortOf,
	style,
	type DocxParts
} from '../../../../tests/office-files.ts';
import type { View } from './document.ts';

/* What converters lose in silence, one by one. The files are small and say what they mean. */

const short = async (body: string, parts?: DocxParts, view?: View) =>
	shortOf((await documentOf(await docxOf(body, parts), view)).text.blocks);
const lossesOf = async (body: string, parts?: DocxParts) =>
	(await documentOf(await docxOf(body, parts))).losses.map(({ what, detail }) =>
		detail ? `${what}: ${detail}` : what
	);
const field = (instruction: string, shown: string) =>
	`<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> ${instruction} </w:instrText></w:r>` +
	`<w:r><w:fldChar w:fldCharType="separate"/></w:r>${shown}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;

describe('headings', () => {
	test('are known by style in both languages, by a style of their own, and by their level', async () => {
		const styles =
			'<w:style w:type="paragraph" w:styleId="Kapitel"><w:name w:val="Kapitel Amt"/><w:basedOn w:val="berschrift2"/></w:style>' +
			'<w:style w:type="paragraph" w:styleId="Alt"><w:name w:val="Überschrift 3"/></w:style>' +
			'<w:style w:type="paragraph" w:styleId="Ohne"><w:name w:val="Ohne Ebene"/><w:basedOn w:val="berschrift1"/>' +
			'<w:pPr><w:outlineLvl w:val="9"/></w:pPr></w:style>';
		expect(
			await short(
				p('Eins', style('berschrift1')) +
					p('Zwei', style('Kapitel')) +
					p('Drei', style('Alt')) +
					p('Vier', '<w:outlineLvl w:val="3"/>') +
					p('Keine', style('Ohne')) +
					p('', style('berschrift1')),
				{ styles }
			)
		).toEqual(['# Eins', '## Zwei', '### Drei', '#### Vier', 'Keine']);
	});

	test('show their number over several levels, counted anew below each', async () => {
		const numbering =
			list(0, ['decimal', '%1'], ['decimal', '%1.%2'], ['lowerLetter', '%1.%2.%3']) + num(1, 0);
		const heading = (words: string, level: number) =>
			p(words, style(`berschrift${level}`) + listed(1, level - 1));
		expect(
			await short(
				[
					heading('A', 1),
					heading('B', 2),
					heading('C', 2),
					heading('D', 3),
					heading('E', 1),
					heading('F', 2),
					heading('G', 3)
				].join(''),
				{ numbering }
			)
		).toEqual([
			'# (1) A',
			'## (1.1) B',
			'## (1.2) C',
			'### (1.2.a) D',
			'# (2) E',
			'## (2.1) F',
			'### (2.1.a) G'
		]);
	});

	test('get their number from the style', async () => {
		const numbering =
			list(
				0,
				['decimal', 'Kapitel %1', '<w:pStyle w:val="Kap"/>'],
				['decimal', '%1.%2', '<w:pStyle w:val="Unter"/>']
			) + num(1, 0);
		const styles = ['Kap', 'Unter']
			.map(
				(id, level) =>
					`<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${id}"/><w:basedOn w:val="berschrift${level + 1}"/>` +
					'<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
			)
			.join('');
		expect(
			await short(p('A', style('Kap')) + p('B', style('Unter')) + p('C', style('Kap')), { numbering, styles })
		).toEqual(['# (Kapitel 1) A', '## (1.1) B', '# (Kapitel 2) C']);
	});

	test('are offered, not made, where a line only looks like one', async () => {
		const bold = (words: string, size: number) => p(r(words, `<w:b/><w:sz w:val="${size}"/>`));
		const { text, offers } = await documentOf(
			await docxOf(
				bold('Ausgangslage', 32) +
					p('Text.') +
					bold('Im Norden', 26) +
					p('Text.') +
					bold('2.1.1 Im Süden', 26) +
					bold('Das ist ein Satz.', 26) +
					p(r('Fett', '<w:b/>') + r(' und nicht'))
			)
		);
		expect(shortOf(text.blocks)[0]).toBe('**Ausgangslage**');
		expect(offers).toEqual([
			{ block: 0, level: 1 },
			{ block: 2, level: 2 },
			{ block: 4, level: 3 }
		]);
	});

	test('have their typed number as a number; a day is none', async () => {
		expect(
			await short(
				p('<w:r><w:t>6.2.1</w:t><w:tab/><w:t>Ort</w:t></w:r>', style('berschrift3')) +
					p('2.1 Ziele', style('berschrift2')) +
					p('1. Mai', style('berschrift2')) +
					p('2027 wird gebaut', style('berschrift2'))
			)
		).toEqual(['### (6.2.1) Ort', '## (2.1) Ziele', '## 1. Mai', '## 2027 wird gebaut']);
	});

	test('are strong paragraphs in a table, and that is told', async () => {
		const table = `<w:tbl><w:tr><w:tc>${p('Ort', style('berschrift2'))}</w:tc><w:tc>${p('b')}</w:tc></w:tr></w:tbl>`;
		expect(await short(table)).toEqual(['| **Ort** | b |']);
		expect(await lossesOf(table)).toEqual(['heading_inside: Ort']);
	});

	test('the title of the first page is no heading', async () => {
		const { title, text, offers } = await documentOf(
			await docxOf(
				p('Sozialplan', style('Titel')) + p('Eins', style('berschrift1')) + p('Teil zwei', style('Titel'))
			)
		);
		expect(title).toBe('Sozialplan');
		expect(shortOf(text.blocks)).toEqual(['# Eins', 'Teil zwei']);
		expect(offers).toEqual([{ block: 1, level: 1 }]);
	});
});

describe('lists', () => {
	const numbering =
		list(0, ['decimal', '%1.'], ['lowerLetter', '%2)'], ['bullet', '•']) +
		list(1, ['bullet', '•']) +
		list(2, ['decimal', '§ %1'], ['upperRoman', '%2.']) +
		num(1, 0) +
		num(2, 0, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>') +
		num(3, 1) +
		num(4, 2) +
		num(5, 0, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride>');

	test('lie in each other, with the signs of their own', async () => {
		expect(
			await short(
				p('eins', listed(1)) +
					p('unter a', listed(1, 1)) +
					p('tief', listed(1, 2)) +
					p('unter b', listed(1, 1)) +
					p('zwei', listed(1)) +
					p('unter neu', listed(1, 1)),
				{ numbering }
			)
		).toEqual([
			'decimal: 1. eins',
			'  lower-alpha: a) unter a',
			'    bullet: * tief',
			'  b) unter b',
			'2. zwei',
			'  lower-alpha: a) unter neu'
		]);
	});

	test('go on behind a paragraph, and begin anew where they say so', async () => {
		expect(
			await short(
				p('eins', listed(1)) +
					p('Dazwischen') +
					p('zwei', listed(1)) +
					p('neu', listed(2)) +
					p('sieben', listed(5)) +
					p('acht', listed(5)),
				{ numbering }
			)
		).toEqual([
			'decimal: 1. eins',
			'Dazwischen',
			'decimal: 2. zwei',
			'decimal: 1. neu',
			'decimal: 7. sieben',
			'8. acht'
		]);
	});

	test('beside each other stay apart', async () => {
		expect(
			await short(
				p('eins', listed(1)) + p('Punkt', '<w:ind w:left="720"/>' + listed(3)) + p('Paragraf', listed(4)),
				{ numbering }
			)
		).toEqual(['decimal: 1. eins', 'bullet: * Punkt', 'decimal: § 1 Paragraf']);
	});

	test('of another kind lie in an item when they stand further in', async () => {
		expect(
			await short(
				p('eins', listed(1)) + p('Punkt', '<w:ind w:left="1100"/>' + listed(3)) + p('zwei', listed(1)),
				{ numbering }
			)
		).toEqual(['decimal: 1. eins', '  bullet: * Punkt', '2. zwei']);
	});

	test('keep a second paragraph of an item', async () => {
		expect(
			await short(
				p('eins', listed(1)) + p('noch eins', '<w:ind w:left="720"/>') + p('zwei', listed(1)) + p('Text'),
				{ numbering }
			)
		).toEqual(['decimal: 1. eins', '  noch eins', '2. zwei', 'Text']);
	});

	test('a numbering taken out by hand is none', async () => {
		const styles =
			'<w:style w:type="paragraph" w:styleId="Liste"><w:name w:val="List Number"/>' +
			'<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>';
		expect(
			await short(
				p('eins', style('Liste')) + p('ohne', style('Liste') + '<w:numPr><w:numId w:val="0"/></w:numPr>'),
				{
					numbering,
					styles
				}
			)
		).toEqual(['decimal: 1. eins', 'ohne']);
	});
});

describe('running text', () => {
	test('keeps what fields show, simple and complex, and cross references', async () => {
		expect(
			await short(
				p(
					r('Siehe ') +
						`<w:fldSimple w:instr=" SEQ Abb. ">${r('Abb. 4')}</w:fldSimple>` +
						r(' und ') +
						field('REF _Ref1 \\h', r('Kapitel 3'))
				)
			)
		).toEqual(['Siehe Abb. 4 und Kapitel 3']);
	});

	test('does not glue words at returns, breaks and tabs', async () => {
		expect(
			await short(
				p(
					'<w:r><w:t>eins</w:t><w:cr/><w:t>zwei</w:t><w:br/><w:t>drei</w:t><w:tab/><w:t>vier</w:t><w:br w:type="page"/></w:r>'
				)
			)
		).toEqual(['eins⏎zwei⏎drei\tvier']);
	});

	test('has hyphens that do not break, no soft ones, and letters in one form', async () => {
		expect(
			await short(
				p(
					'<w:r><w:t>A</w:t><w:noBreakHyphen/><w:t>Klasse Ver</w:t><w:softHyphen/><w:t>wal\u00adtung\ufeff u\u0308ber 5\u00a0km</w:t></w:r>'
				)
			)
		).toEqual(['A\u2011Klasse Verwaltung über 5\u00a0km']);
	});

	test('sets words apart as they look, and strike is no deletion', async () => {
		expect(
			await short(
				p(
					r('a', '<w:b/>') +
						r('b', '<w:i/><w:u w:val="single"/>') +
						r('c', '<w:strike/>') +
						r('m') +
						r('2', '<w:vertAlign w:val="superscript"/>') +
						r('3', '<w:position w:val="8"/><w:sz w:val="19"/>') +
						r('d', '<w:b w:val="0"/><w:u w:val="none"/>') +
						r('e', '<w:b/>') +
						r('f', '<w:b/><w:color w:val="FF0000"/>')
				)
			)
		).toEqual(['**a**___b___~~c~~m^23^d**ef**']);
	});

	test('names a language that is not the text’s own, whatever the template says', async () => {
		expect(
			await short(p(r('Der längste Teil ist deutsch, ') + r('bottom up', '<w:lang w:val="en-US"/>')))
		).toEqual(['Der längste Teil ist deutsch, bottom up@en-US']);
		const styles =
			'<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="en-US"/></w:rPr></w:rPrDefault></w:docDefaults>';
		const { text, properties } = await documentOf(
			await docxOf(p(r('Ganz deutsch', '<w:lang w:val="de-AT"/>')), { styles })
		);
		expect(shortOf(text.blocks)).toEqual(['Ganz deutsch']);
		expect(properties.language).toBe('de');
	});

	test('has links that lead to public addresses; of others the words stay', async () => {
		const body =
			p(
				`<w:hyperlink r:id="a">${r('Amt')}</w:hyperlink> <w:hyperlink w:anchor="Ziel">${r('unten')}</w:hyperlink>` +
					field('HYPERLINK "https://example.org/b" \\l "c" \\o "Tipp"', r('Feld')) +
					`<w:hyperlink r:id="b">${r('böse')}</w:hyperlink><w:hyperlink r:id="c">${r('Datei')}</w:hyperlink>`
			) + p('<w:bookmarkStart w:id="1" w:name="Ziel"/><w:r><w:t>Hier</w:t></w:r><w:bookmarkEnd w:id="1"/>');
		const relations: DocxParts['relations'] = {
			a: ['hyperlink', 'https://example.org/a'],
			b: ['hyperlink', 'javascript:alert(1)'],
			c: ['hyperlink', 'file:///C:/geheim.docx']
		};
		const { text, losses, bookmarks } = await documentOf(await docxOf(body, { relations }));
		expect(shortOf(text.blocks)).toEqual([
			'[Amt](https://example.org/a)[unten](#Ziel)[Feld](https://example.org/b#c)böseDatei',
			'Hier'
		]);
		expect(losses.map(({ what, detail }) => [what, detail])).toEqual([
			['address', 'javascript:alert(1)'],
			['address', 'file:///C:/geheim.docx']
		]);
		expect(bookmarks).toEqual([{ name: 'Ziel', from: 1, to: 1 }]);
	});

	test('has footnotes and endnotes at their places', async () => {
		const { text } = await documentOf(
			await docxOf(p(r('Satz') + '<w:r><w:footnoteReference w:id="2"/></w:r>' + r('.')), {
				footnotes:
					`<w:footnote w:id="-1" w:type="separator">${p('x')}</w:footnote>` +
					`<w:footnote w:id="2">${p('<w:r><w:footnoteRef/></w:r>' + r(' Quelle: Amt'))}${p('Zweiter Absatz')}</w:footnote>`
			})
		);
		expect(shortOf(text.blocks)).toEqual(['Satz[^n1].']);
		expect(text.notes.map(({ place, blocks }) => [place, shortOf(blocks)])).toEqual([
			['foot', ['Quelle: Amt', 'Zweiter Absatz']]
		]);
	});

	test('keeps what controls show, ticked boxes too', async () => {
		expect(
			await short(
				p(
					`<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val="1"/></w14:checkbox></w:sdtPr><w:sdtContent>${r('☒')}</w:sdtContent></w:sdt>` +
						r(' ja ') +
						`<w:sdt><w:sdtContent>${r('gewählt')}</w:sdtContent></w:sdt>` +
						'<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:default w:val="0"/></w:checkBox></w:ffData></w:fldChar></w:r>' +
						'<w:r><w:instrText> FORMCHECKBOX </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
				) + `<w:sdt><w:sdtContent>${p('Block')}</w:sdtContent></w:sdt>`
			)
		).toEqual(['☒ ja gewählt☐', 'Block']);
	});

	test('shows signs of picture fonts as what they are, and tells unknown ones', async () => {
		const body = p(
			'<w:r><w:sym w:font="Wingdings" w:char="F0FC"/><w:sym w:font="Symbol" w:char="F0B3"/><w:sym w:font="Amtszeichen" w:char="F041"/></w:r>'
		);
		expect(await short(body)).toEqual(['✓≥']);
		expect(await lossesOf(body)).toEqual(['symbol: Amtszeichen F041']);
	});

	test('does not show hidden text, and tells it', async () => {
		const body = p(r('sichtbar') + r('geheim', '<w:vanish/>'));
		expect(await short(body)).toEqual(['sichtbar']);
		expect(await lossesOf(body)).toEqual(['hidden_text: geheim']);
	});

	test('a field without its end swallows nothing', async () => {
		expect(await short(p('<w:r><w:fldChar w:fldCharType="begin"/></w:r>' + r('a')) + p('b'))).toEqual([
			'a',
			'b'
		]);
	});

	test('the first letter of a paragraph belongs to its word', async () => {
		expect(await short(p('E', '<w:framePr w:dropCap="drop"/>') + p('s war einmal'))).toEqual([
			'Es war einmal'
		]);
	});

	test('a quote and a caption are known by their style', async () => {
		const table = `<w:tbl><w:tr><w:tc>${p('a')}</w:tc><w:tc>${p('b')}</w:tc></w:tr></w:tbl>`;
		expect(
			await short(
				p('Gesagt', style('Zitat')) +
					p('und noch', style('Zitat')) +
					p('Tabelle 3: Zahlen', style('Beschriftung')) +
					table +
					p('allein', style('Beschriftung'))
			)
		).toEqual(['quote:', '  Gesagt', '  und noch', '[Tabelle 3: Zahlen]', '| a | b |', 'allein']);
	});
});

describe('tables', () => {
	const cell = (words: string, properties = '') => `<w:tc><w:tcPr>${properties}</w:tcPr>${p(words)}</w:tc>`;
	const row = (cells: string, properties = '') => `<w:tr><w:trPr>${properties}</w:trPr>${cells}</w:tr>`;

	test('have repeated heads and cells that reach over columns and rows', async () => {
		expect(
			await short(
				`<w:tbl>${row(cell('Kopf', '<w:gridSpan w:val="2"/>') + cell('K2'), '<w:tblHeader/>')}` +
					row(cell('hoch', '<w:vMerge w:val="restart"/>') + cell('b') + cell('c')) +
					row(cell('', '<w:vMerge/>') + cell('d') + cell('e')) +
					`${row(cell('x') + cell('y') + cell('z'))}</w:tbl>`
			)
		).toEqual(['| {2×1}Kopf | K2 | head', '| {1×2}hoch | b | c |', '| d | e |', '| x | y | z |']);
	});

	test('lie in each other; one of a single cell is a box', async () => {
		const inner = `<w:tbl>${row(cell('i') + cell('j'))}</w:tbl>`;
		expect(
			await short(`<w:tbl>${row(`<w:tc>${p('a')}${inner}${p('')}</w:tc>` + cell('b'))}</w:tbl>`)
		).toEqual(['| a / | i | j | | b |']);
		expect(await short(`<w:tbl>${row(cell('Hinweis'))}</w:tbl>`)).toEqual(['box:', '  Hinweis']);
	});
});

describe('pictures and boxes', () => {
	const drawing = (about: string, content: string) =>
		`<w:r><w:drawing><wp:inline><wp:docPr id="1" name="Bild" ${about}</wp:docPr><a:graphic><a:graphicData uri="x">${content}</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`;
	const picture = (id: string, kind = 'embed') =>
		`<pic:pic><pic:blipFill><a:blip r:${kind}="${id}"/></pic:blipFill></pic:pic>`;
	const parts: DocxParts = {
		relations: {
			a: ['image', 'media/a.png'],
			b: ['image', 'media/b.emf'],
			c: ['image', 'https://example.org/zaehlpixel.png'],
			d: ['image', 'media/fehlt.png']
		},
		parts: { 'word/media/a.png': png, 'word/media/b.emf': 'EMF' }
	};

	test('pictures keep their description; without one it is missing, and what adorns has an empty one', async () => {
		const adorns = '><a:extLst><a:ext uri="y"><adec:decorative val="1"/></a:ext></a:extLst>';
		const { text, images } = await documentOf(
			await docxOf(
				p(r('Text') + drawing('descr="Karte des Landkreises">', picture('a'))) +
					p('Abb. 1: Karte', style('Beschriftung')) +
					p(drawing('>', picture('a'))) +
					p(drawing(adorns, picture('a'))),
				parts
			)
		);
		expect(shortOf(text.blocks)).toEqual([
			'Text',
			'!image-1(Karte des Landkreises) [Abb. 1: Karte]',
			'!image-1(?)',
			'!image-1()'
		]);
		expect(images.map(({ key, type, bytes }) => [key, type, bytes.length])).toEqual([
			['image-1', 'image/png', png.length]
		]);
	});

	test('what is no picture here is told: other formats, linked and missing ones, charts, diagrams, objects, equations', async () => {
		expect(
			await lossesOf(
				p(
					drawing('descr="Alt">', picture('b')) +
						drawing('>', picture('c', 'link')) +
						drawing('>', picture('d')) +
						drawing('descr="Säulen">', '<c:chart r:id="q"/>') +
						drawing('>', '<dgm:relIds/>') +
						drawing('>', '<wps:wsp/>') +
						'<w:r><w:object><v:shape/><o:OLEObject ProgID="Excel.Sheet.12"/></w:object></w:r>' +
						'<m:oMath><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f></m:oMath>'
				),
				parts
			)
		).toEqual([
			'picture_format: EMF: Alt',
			'linked_image: https://example.org/zaehlpixel.png',
			'picture_missing',
			'chart: Säulen',
			'diagram',
			'drawing',
			'embedded: Excel.Sheet.12',
			'equation: 12'
		]);
	});

	test('a text box is read once, with and without its older form', async () => {
		const box = (content: string) => `<w:txbxContent>${p(content)}</w:txbxContent>`;
		const shape = drawing('>', `<wps:wsp><wps:txbx>${box('im Kasten')}</wps:txbx></wps:wsp>`).slice(
			'<w:r>'.length,
			-'</w:r>'.length
		);
		const older = `<w:pict><v:shape><v:textbox>${box('im Kasten')}</v:textbox></v:shape></w:pict>`;
		const alternative = `<w:r><mc:AlternateContent><mc:Choice Requires="wps">${shape}</mc:Choice><mc:Fallback>${older}</mc:Fallback></mc:AlternateContent></w:r>`;
		const read = ['Text', 'box:', '  im Kasten'];
		expect(await short(p(r('Text') + alternative))).toEqual(read);
		expect(await short(p(r('Text') + `<w:r>${shape}</w:r>`))).toEqual(read);
		expect(await short(p(r('Text') + `<w:r>${older}</w:r>`))).toEqual(read);
	});

	test('contents, headers, footers, macros and templates elsewhere are told once', async () => {
		const header = `<w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${p('Entwurf vom 1. März')}</w:hdr>`;
		const body =
			p(field('TOC \\o "1-3"', r('Kapitel 1 … 3'))) +
			p('Text') +
			'<w:sectPr><w:headerReference r:id="h"/><w:headerReference r:id="h"/></w:sectPr>';
		const given: DocxParts = {
			relations: { h: ['header', 'header1.xml'], s: ['settings', 'settings.xml'] },
			parts: {
				'word/header1.xml': header,
				'word/vbaProject.bin': 'x',
				'word/settings.xml': '<w:settings xmlns:w="x"/>',
				'word/_rels/settings.xml.rels':
					'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="t" Type="x/attachedTemplate" Target="https://example.org/vorlage.dotm" TargetMode="External"/></Relationships>'
			}
		};
		expect(await short(body, given)).toEqual(['Text']);
		expect(await lossesOf(body, given)).toEqual([
			'contents: TOC \\o "1-3"',
			'header: Entwurf vom 1. März',
			'macros',
			'linked_template: https://example.org/vorlage.dotm'
		]);
	});
});
