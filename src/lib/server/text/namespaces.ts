const ooxml = 'http://schemas.openxmlformats.org';
const strict = 'http://purl.oclc.org/ooxml';
const word = 'http://schemas.microsoft.com/office/word';
const odf = 'urn:oasis:names:tc:opendocument:xmlns';

/** Word also writes a strict form, whose names differ and whose elements do not. */
const both = Object.fromEntries(
	Object.entries({
		w: 'wordprocessingml/2006/main',
		m: 'officeDocument/2006/math',
		r: 'officeDocument/2006/relationships',
		wp: 'drawingml/2006/wordprocessingDrawing',
		a: 'drawingml/2006/main',
		pic: 'drawingml/2006/picture',
		c: 'drawingml/2006/chart',
		dgm: 'drawingml/2006/diagram',
		vt: 'officeDocument/2006/docPropsVTypes',
		custom: 'officeDocument/2006/custom-properties'
	}).flatMap(([prefix, path]) => [
		[`${ooxml}/${path}`, prefix],
		[`${strict}/${path.replace('/2006', '').replace('custom-p', 'customP')}`, prefix]
	])
);

/** Namespaces and the prefixes that this folder knows them by. */
export const namespaces: Record<string, string> = {
	...both,
	[`${ooxml}/package/2006/relationships`]: 'rel',
	[`${ooxml}/package/2006/content-types`]: 'type',
	[`${ooxml}/package/2006/metadata/core-properties`]: 'cp',
	[`${ooxml}/markup-compatibility/2006`]: 'mc',
	[`${word}/2010/wordml`]: 'w14',
	[`${word}/2012/wordml`]: 'w15',
	[`${word}/2010/wordprocessingShape`]: 'wps',
	[`${word}/2010/wordprocessingGroup`]: 'wpg',
	[`${word}/2010/wordprocessingCanvas`]: 'wpc',
	'http://schemas.microsoft.com/office/drawing/2017/decorative': 'adec',
	'urn:schemas-microsoft-com:vml': 'v',
	'urn:schemas-microsoft-com:office:office': 'o',
	'http://purl.org/dc/elements/1.1/': 'dc',
	'http://purl.org/dc/terms/': 'dcterms',
	'http://www.w3.org/XML/1998/namespace': 'xml',
	'http://www.w3.org/1999/xlink': 'xlink',
	'http://www.w3.org/1998/Math/MathML': 'math',
	...Object.fromEntries(
		['office', 'style', 'text', 'table', 'meta', 'manifest', 'form', 'chart', 'dr3d', 'presentation'].map(
			(name) => [`${odf}:${name}:1.0`, name]
		)
	),
	[`${odf}:drawing:1.0`]: 'draw',
	[`${odf}:datastyle:1.0`]: 'number',
	[`${odf}:xsl-fo-compatible:1.0`]: 'fo',
	[`${odf}:svg-compatible:1.0`]: 'svg',
	'urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0': 'loext',
	'urn:openoffice:names:experimental:ooo-ms-interop:xmlns:field:1.0': 'field'
};
