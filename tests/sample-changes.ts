import { docxOf, p, r, style } from './office-files.ts';

/** A Word file with ten tracked changes, one of each kind that offices make. */
export function sampleChanges(): Promise<Buffer> {
	let id = 100;
	const by = (author: string, day: number) =>
		`w:id="${id++}" w:author="${author}" w:date="2027-04-${String(day).padStart(2, '0')}T09:00:00Z"`;
	const inserted = (words: string, day: number) => `<w:ins ${by('Frau Kern', day)}>${r(words)}</w:ins>`;
	const deleted = (words: string, day: number) =>
		`<w:del ${by('Herr Voß', day)}><w:r><w:delText xml:space="preserve">${words}</w:delText></w:r></w:del>`;
	const row = (first: string, second: string, properties = '') =>
		`<w:tr>${properties && `<w:trPr>${properties}</w:trPr>`}${[first, second]
			.map((words) => `<w:tc><w:tcPr><w:tcW w:w="4000" w:type="dxa"/></w:tcPr>${p(words)}</w:tc>`)
			.join('')}</w:tr>`;
	const moved = (kind: 'moveFrom' | 'moveTo', day: number) =>
		`<w:${kind}RangeStart w:id="${id++}" w:name="verschoben" w:author="Frau Kern" w:date="2027-04-05T09:00:00Z"/>` +
		`<w:${kind} ${by('Frau Kern', day)}>${r('Dieser Satz zieht um. ')}</w:${kind}><w:${kind}RangeEnd w:id="${id - 2}"/>`;
	const body = [
		p('Änderungen', style('Titel')),
		p('Verkehr', style('berschrift1')),
		p(r('Der Bus fährt ') + deleted('selten', 1) + inserted('stündlich', 2) + r(' nach Thale.')),
		p(r('Der erste Satz endet hier'), `<w:rPr><w:del ${by('Herr Voß', 3)}/></w:rPr>`),
		p(r('und geht hier weiter.')),
		p(r('Vor dem Schnitt. '), `<w:rPr><w:ins ${by('Frau Kern', 4)}/></w:rPr>`),
		p(r('Nach dem Schnitt.')),
		p(moved('moveFrom', 5) + r('Hier war er.')),
		p('Bauen', style('berschrift1')),
		p(r('Hier ist er jetzt: ') + moved('moveTo', 5) + r('Ende.')),
		'<w:tbl><w:tblPr><w:tblW w:w="8000" w:type="dxa"/></w:tblPr><w:tblGrid><w:gridCol w:w="4000"/><w:gridCol w:w="4000"/></w:tblGrid>' +
			row('bleibt', '1') +
			row(inserted('neu', 6), inserted('2', 6), `<w:ins ${by('Frau Kern', 6)}/>`) +
			row(deleted('weg', 7), deleted('3', 7), `<w:del ${by('Herr Voß', 7)}/>`) +
			'</w:tbl>',
		p(r('Wichtig', `<w:b/><w:rPrChange ${by('Frau Kern', 8)}><w:rPr/></w:rPrChange>`) + r(' ist das.')),
		p(
			r('Ende.'),
			`<w:jc w:val="right"/><w:pPrChange ${by('Herr Voß', 9)}><w:pPr><w:jc w:val="center"/></w:pPr></w:pPrChange>`
		)
	].join('');
	return docxOf(body);
}
