import { describe, expect, test } from 'vitest';
import { documentOf, odtOf, png, readHere, shortOf } from '../../../../tests/office-files.ts';

/* OpenDocument texts: the same text model from another format. What LibreOffice itself writes is in round-trip.test.ts. */

type Given = Parameters<typeof odtOf>[1];
const short = async (body: string, given?: Given) =>
	shortOf((await documentOf(await odtOf(body, given))).text.blocks);
const lossesOf = async (body: string, given?: Given) =>
	(await documentOf(await odtOf(body, given))).losses.map(({ what, detail }) =>
		detail ? `${what}: ${detail}` : what
	);
const p = (content: string, style = 'Standard') => `<text:p text:style-name="${style}">${content}</text:p>`;
const h = (level: number, content: string) => `<text:h text:outline-level="${level}">${content}</text:h>`;
const span = (style: string, content: string) =>
	`<text:span text:style-name="${style}">${content}</text:span>`;
const textStyle = (name: string, properties: string, family = 'text') =>
	`<style:style style:name="${name}" style:family="${family}"><style:text-properties ${properties}/></style:style>`;
const level = (kind: string, at: number, more: string) =>
	`<text:list-level-style-${kind} text:level="${at}" ${more}/>`;
const listStyle = (name: string, ...levels: string[]) =>
	`<text:list-style style:name="${name}">${levels.join('')}</text:list-style>`;
const item = (...content: string[]) => `<text:list-item>${content.join('')}</text:list-item>`;

describe('headings', () => {
	test('show the number of their level, begin anew below, and offer strong lines', async () => {
		const outline =
			'<text:outline-style style:name="Outline">' +
			'<text:outline-level-style text:level="1" style:num-format="1"/>' +
			'<text:outline-level-style text:level="2" style:num-format="1" text:display-levels="2"/></text:outline-style>';
		const { text, offers } = await documentOf(
			await odtOf(h(1, 'A') + h(2, 'B') + h(2, 'C') + h(1, 'D') + h(2, 'E') + p(span('T', 'Stark')), {
				styles: outline,
				automatic: textStyle('T', 'fo:font-weight="bold"')
			})
		);
		expect(shortOf(text.blocks)).toEqual([
			'# (1) A',
			'## (1.1) B',
			'## (1.2) C',
			'# (2) D',
			'## (2.1) E',
			'**Stark**'
		]);
		expect(offers).toEqual([{ block: 5, level: 3 }]);
	});

	test('by style, with a typed number, and none in tables', async () => {
		const styles =
			'<style:style style:name="Heading_20_2" style:display-name="Heading 2" style:family="paragraph"/>' +
			'<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Heading_20_2"/>';
		expect(await short(p('2.1<text:tab/>Ziele', 'P1'), { styles })).toEqual(['## (2.1) Ziele']);
		const table = `<table:table><table:table-row><table:table-cell>${h(1, 'Ort')}</table:table-cell><table:table-cell>${p('b')}</table:table-cell></table:table-row></table:table>`;
		expect(await short(table)).toEqual(['| **Ort** | b |']);
		expect(await lossesOf(table)).toEqual(['heading_inside: Ort']);
	});
});

describe('lists', () => {
	const styles =
		listStyle(
			'L1',
			level('number', 1, 'style:num-format="1" style:num-suffix="."'),
			level('number', 2, 'style:num-format="a" style:num-suffix=")"')
		) +
		listStyle('L2', level('bullet', 1, 'text:bullet-char="•"')) +
		listStyle('L3', level('number', 1, 'style:num-format="1" style:num-prefix="§ " text:start-value="3"'));
	const list = (style: string, content: string, more = '') =>
		`<text:list text:style-name="${style}" ${more}>${content}</text:list>`;

	test('lie in each other, keep second paragraphs, and stay apart', async () => {
		expect(
			await short(
				list(
					'L1',
					item(
						p('eins'),
						p('noch eins'),
						`<text:list>${item(p('unter a'))}${item(p('unter b'))}</text:list>`
					) + item(p('zwei'))
				) +
					list('L2', item(p('Punkt'))) +
					list('L3', item(p('Paragraf'))),
				{ styles }
			)
		).toEqual([
			'decimal: 1. eins',
			'  noch eins',
			'  lower-alpha: a) unter a',
			'  b) unter b',
			'2. zwei',
			'bullet: * Punkt',
			'decimal: § 3 Paragraf'
		]);
	});

	test('go on behind a paragraph, by id or by style, and begin where they say so', async () => {
		expect(
			await short(
				list('L1', item(p('eins')), 'xml:id="a"') +
					p('Dazwischen') +
					list('L1', item(p('zwei')), 'text:continue-list="a"') +
					p('Dazwischen') +
					list('L1', item(p('drei')), 'text:continue-numbering="true"') +
					p('Dazwischen') +
					list(
						'L1',
						`<text:list-item text:start-value="7">${p('sieben')}</text:list-item>` + item(p('acht'))
					),
				{ styles }
			)
		).toEqual([
			'decimal: 1. eins',
			'Dazwischen',
			'decimal: 2. zwei',
			'Dazwischen',
			'decimal: 3. drei',
			'Dazwischen',
			'decimal: 7. sieben',
			'8. acht'
		]);
	});
});

describe('running text', () => {
	test('has spaces, tabs and line ends as the format writes them, and fields as they are shown', async () => {
		expect(
			await short(
				p(
					'a\n   b<text:s text:c="2"/>c<text:tab/>d<text:line-break/>Abb. <text:sequence text:name="Illustration">4</text:sequence>'
				) +
					p(
						'siehe <text:bookmark-ref text:ref-name="x">Kapitel 3</text:bookmark-ref><text:soft-page-break/>, <loext:content-control>gewählt</loext:content-control>'
					)
			)
		).toEqual(['a b  c\td⏎Abb. 4', 'siehe Kapitel 3, gewählt']);
	});

	test('sets words apart, names another language, hides nothing in silence', async () => {
		const automatic =
			textStyle('B', 'fo:font-weight="bold"') +
			textStyle('S', 'style:text-line-through-style="solid"') +
			textStyle('H', 'style:text-position="super 58%"') +
			textStyle('E', 'fo:language="en" fo:country="GB"') +
			textStyle('V', 'text:display="none"');
		const body = p(
			`Deutscher Text ${span('B', 'fett')}${span('S', 'alt')}m${span('H', '2')} ${span('E', 'bottom up')}${span('V', 'geheim')}`
		);
		expect(await short(body, { automatic })).toEqual(['Deutscher Text **fett**~~alt~~m^2^ bottom up@en-GB']);
		expect(await lossesOf(body, { automatic })).toEqual(['hidden_text: geheim']);
	});

	test('has notes, links to public addresses, and tells the others', async () => {
		const note = (kind: string, words: string) =>
			`<text:note text:note-class="${kind}"><text:note-citation>1</text:note-citation><text:note-body>${p(words)}</text:note-body></text:note>`;
		const body = p(
			`Satz${note('footnote', 'Quelle')} und${note('endnote', 'Stand')} <text:a xlink:href="https://example.org/">Amt</text:a> <text:a xlink:href="javascript:x">böse</text:a>`
		);
		const { text, losses } = await documentOf(await odtOf(body));
		expect(shortOf(text.blocks)).toEqual(['Satz[^n1] und[^n2] [Amt](https://example.org/) böse']);
		expect(text.notes.map(({ place, blocks }) => [place, ...shortOf(blocks)])).toEqual([
			['foot', 'Quelle'],
			['end', 'Stand']
		]);
		expect(losses.map(({ detail }) => detail)).toEqual(['javascript:x']);
	});

	test('contents, headers, macros and hidden sections are told', async () => {
		const body =
			`<text:table-of-content><text:index-body>${p('Inhalt 1')}</text:index-body></text:table-of-content>` +
			`<text:section text:display="none">${p('weg')}</text:section><text:section>${p('da')}</text:section>`;
		const given: Given = {
			masters: `<style:master-page><style:header>${p('Entwurf')}</style:header></style:master-page>`,
			parts: { 'Basic/Standard/Module1.xml': '<x/>' }
		};
		expect(await short(body, given)).toEqual(['da']);
		expect(await lossesOf(body, given)).toEqual([
			'contents',
			'hidden_text: weg',
			'header: Entwurf',
			'macros'
		]);
	});
});

test('tables have heads, reach and repeated cells', async () => {
	const cell = (words: string, more = '') =>
		`<table:table-cell ${more}>${words && p(words)}</table:table-cell>`;
	const row = (...cells: string[]) => `<table:table-row>${cells.join('')}</table:table-row>`;
	const covered = '<table:covered-table-cell/>';
	expect(
		await short(
			`<table:table><table:table-column/><table:table-header-rows>${row(cell('Kopf', 'table:number-columns-spanned="2"'), covered, cell('K'))}</table:table-header-rows>` +
				row(cell('hoch', 'table:number-rows-spanned="2"'), cell('x', 'table:number-columns-repeated="2"')) +
				`${row(covered, cell('c'), cell('d'))}</table:table>`
		)
	).toEqual(['| {2×1}Kopf | K | head', '| {1×2}hoch | x | x |', '| c | d |']);
	expect(await short(`<table:table>${row(cell('Hinweis'))}</table:table>`)).toEqual(['box:', '  Hinweis']);
});

test('pictures with description and caption, boxes, and what is drawn otherwise', async () => {
	const image = (path: string, more = '', about = '') =>
		`<draw:frame ${more}><draw:image xlink:href="${path}"/>${about}</draw:frame>`;
	const styles =
		'<style:style style:name="Caption" style:family="paragraph"/>' +
		'<style:style style:name="Figure" style:family="paragraph" style:parent-style-name="Caption"/>';
	const given: Given = {
		styles,
		manifest:
			'<manifest:file-entry manifest:full-path="Object 1/" manifest:media-type="application/vnd.oasis.opendocument.chart"/>',
		parts: { 'Pictures/a.png': png }
	};
	const body =
		p(`Text${image('Pictures/a.png', '', '<svg:desc>Karte</svg:desc>')}`) +
		p(
			`<draw:frame><draw:text-box>${p(image('Pictures/a.png') + 'Abb. 1: Karte', 'Figure')}</draw:text-box></draw:frame>`
		) +
		p(image('Pictures/a.png', 'loext:decorative="true"')) +
		p(`<draw:frame><draw:text-box>${p('im Kasten')}</draw:text-box></draw:frame>`) +
		p(`<draw:custom-shape>${p('in der Form')}</draw:custom-shape><draw:line/>`) +
		p(
			'<draw:frame><draw:object xlink:href="./Object 1"/><draw:image xlink:href="./ObjectReplacements/Object 1"/></draw:frame>'
		) +
		p(image('https://example.org/x.png') + image('Pictures/fehlt.png'));
	expect(await short(body, given)).toEqual([
		'Text',
		'!image-1(Karte)',
		'!image-1(?) [Abb. 1: Karte]',
		'!image-1()',
		'box:',
		'  im Kasten',
		'box:',
		'  in der Form'
	]);
	expect(await lossesOf(body, given)).toEqual([
		'drawing',
		'chart: application/vnd.oasis.opendocument.chart',
		'linked_image: https://example.org/x.png',
		'picture_missing'
	]);
});

describe('tracked changes', () => {
	const region = (id: string, kind: string, content = '') =>
		`<text:changed-region text:id="${id}"><text:${kind}><office:change-info><dc:creator>Frau Kern</dc:creator><dc:date>2027-01-02T10:00:00</dc:date></office:change-info>${content}</text:${kind}></text:changed-region>`;
	const tracked = (...regions: string[]) =>
		`<text:tracked-changes>${regions.join('')}</text:tracked-changes>`;
	const start = (id: string) => `<text:change-start text:change-id="${id}"/>`;
	const end = (id: string) => `<text:change-end text:change-id="${id}"/>`;
	const gone = (id: string) => `<text:change text:change-id="${id}"/>`;
	async function both(body: string) {
		const bytes = await odtOf(body);
		const [before, after] = [await documentOf(bytes, 'before'), await documentOf(bytes, 'after')];
		return {
			before: shortOf(before.text.blocks),
			after: shortOf(after.text.blocks),
			changes: after.changes.map(({ kind, words }) => (words ? `${kind}: ${words}` : kind)),
			read: after
		};
	}

	test('of words, with author, date and place', async () => {
		const { before, after, changes, read } = await both(
			tracked(region('d', 'deletion', p('selten')), region('i', 'insertion')) +
				h(1, 'Verkehr') +
				p(`Der Bus fährt ${gone('d')}${start('i')}oft${end('i')}.`)
		);
		expect([before[1], after[1]]).toEqual(['Der Bus fährt selten.', 'Der Bus fährt oft.']);
		expect(changes).toEqual(['deletion: selten', 'insertion: oft']);
		expect(read.changes[1]).toMatchObject({
			author: 'Frau Kern',
			date: '2027-01-02T10:00:00',
			place: { block: 1, headings: ['Verkehr'] }
		});
	});

	test('of ends of paragraphs: words do not glue', async () => {
		const { before, after, changes } = await both(
			tracked(region('d', 'deletion', p('') + p('')), region('i', 'insertion')) +
				p(`Erster${gone('d')}zweiter`) +
				p(`Vorn. ${start('i')}`) +
				p(`${end('i')}Hinten.`)
		);
		expect(before).toEqual(['Erster', 'zweiter', 'Vorn. Hinten.']);
		expect(after).toEqual(['Erster zweiter', 'Vorn.', 'Hinten.']);
		expect(changes).toEqual(['paragraph_deletion', 'paragraph_insertion']);
	});

	test('of whole paragraphs', async () => {
		const { before, after, changes } = await both(
			tracked(region('d', 'deletion', p('ende') + p('Ganzer Absatz') + p('An')), region('i', 'insertion')) +
				p(`Erstes${gone('d')}fang`) +
				start('i') +
				p('Neu') +
				end('i') +
				p('Alt')
		);
		expect(before).toEqual(['Erstesende', 'Ganzer Absatz', 'Anfang', 'Alt']);
		expect(after).toEqual(['Erstes fang', 'Neu', 'Alt']);
		expect(changes).toEqual(['deletion: ende Ganzer Absatz An', 'insertion: Neu']);
	});
});

test('comments have their words, state and answers', async () => {
	const remark = (name: string, author: string, words: string, more = '') =>
		`<office:annotation ${name && `office:name="${name}"`} ${more}><dc:creator>${author}</dc:creator><dc:date>2027-02-01T09:00:00</dc:date>${p(words)}${p('Zweite Zeile')}</office:annotation>`;
	const { comments } = await documentOf(
		await odtOf(
			h(1, 'Verkehr') +
				p(
					`Der ${remark('a', 'Albrecht', 'Stimmt das?', 'loext:resolved="true"')}${remark('b', 'Kern', 'Ja.', 'loext:parent-name="a"')}Bus<office:annotation-end office:name="b"/><office:annotation-end office:name="a"/> fährt${remark('', 'Voß', 'Hier')}.`
				)
		)
	);
	expect(
		comments.map(({ author, text, quote, isResolved, parent }) => [author, text, quote, isResolved, parent])
	).toEqual([
		['Albrecht', 'Stimmt das?\nZweite Zeile', 'Bus', true, undefined],
		['Kern', 'Ja.\nZweite Zeile', 'Bus', false, 0],
		['Voß', 'Hier\nZweite Zeile', '', false, undefined]
	]);
	expect(comments[2]?.place).toEqual({ block: 1, headings: ['Verkehr'], words: 'Der Bus fährt.' });
});

test('a file with a password is refused', async () => {
	const manifest =
		'<manifest:file-entry manifest:full-path="content.xml"><manifest:encryption-data/></manifest:file-entry>';
	expect(await readHere(await odtOf(p('x'), { manifest }))).toEqual({ messageKey: 'errors_document_locked' });
});
