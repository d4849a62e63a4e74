import { columnNumber, farthest, mostRows, TableRefusal } from './table.ts';

/** A sheet with something in it. `path`: its part of the archive; `place`: its number in the workbook, from 1. */
export type SheetPart = { name: string; place: number; path: string; isHidden: boolean };

/** The sheets of a workbook in their order. Source: ECMA-376 part 1, 18.2.19 and 18.2.20. */
export function sheetsOf(parts: Map<string, string>): SheetPart[] {
	const paths = new Map(
		tags(parts.get('xl/_rels/workbook.xml.rels'), 'Relationship')
			.filter((tag) => /\/worksheet$/.test(attribute(tag, 'Type')))
			.map((tag) => [attribute(tag, 'Id'), pathOf(attribute(tag, 'Target'))])
	);
	return tags(parts.get('xl/workbook.xml'), 'sheet').flatMap((tag, n) => {
		const path = paths.get(attribute(tag, '(?:\\w+:)?id')) ?? '';
		if (!hasCells(parts.get(path) ?? '')) return [];
		const isHidden = /hidden/i.test(attribute(tag, 'state'));
		return [{ name: attribute(tag, 'name'), place: n + 1, path, isHidden }];
	});
}

const pathOf = (target: string) => (target.startsWith('/') ? target.slice(1) : `xl/${target}`);
const hasCells = (xml: string) => /<(?:\w+:)?c\b/.test(xml);

const tags = (xml = '', name: string) => xml.match(new RegExp(`<(?:\\w+:)?${name}\\b[^>]*>`, 'g')) ?? [];

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
function attribute(tag: string, name: string): string {
	const [, , text = ''] = new RegExp(`\\s${name}\\s*=\\s*(["'])(.*?)\\1`).exec(tag) ?? [];
	return text.replace(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => entities[name]!);
}

/** Whether the days of a workbook are counted from 1904: the library knows only one of the two ways to say so. */
export const withPlainCalendar = (workbook: string) =>
	workbook.replace(/(\sdate1904\s*=\s*)(["'])(?:true|on)\2/, '$1"1"');

/**
 * A sheet without its empty cells and rows, which programs write by the million, and with its errors as words (`#REF!`),
 * which the library leaves out. Looks where each cell stands, for a grid is as large as its last cell says.
 * @throws TableRefusal when a cell stands too far out
 */
export function plainSheet(xml: string): string {
	const plain = xml
		.replace(/<(?:\w+:)?c\b[^>]*\/>/g, '')
		.replace(/<(\w+:)?row\b[^>]*(?:\/>|>\s*<\/(?:\w+:)?row>)/g, '')
		.replace(noResult, (_, prefix = '', attributes: string) => {
			const rest = attributes.replace(/\st\s*=\s*(["']).*?\1/, '');
			return `<${prefix}c${rest} t="str"><${prefix}v>#FORMEL!</${prefix}v></${prefix}c>`;
		})
		.replace(/(<(?:\w+:)?c\b[^>]*\st\s*=\s*)(["'])e\2/g, '$1"str"');
	if (plain.split(/<(?:\w+:)?row\b/).length - 1 > 2 * mostRows)
		throw new TableRefusal('imports_error_too_many_rows');
	for (const [tag] of plain.matchAll(/<(?:\w+:)?(?:c|row)\b[^>]*>/g)) requireNear(tag);
	return plain;
}

const noResult = /<(\w+:)?c\b([^>]*)>\s*<(?:\w+:)?f\b[^>]*(?:\/>|>[^<]*<\/(?:\w+:)?f>)\s*<\/(?:\w+:)?c>/g;

function requireNear(tag: string) {
	const place = attribute(tag, 'r');
	const isRow = /^<(?:\w+:)?row\b/.test(tag);
	const [, letters, row] = (isRow ? /^()(\d+)$/ : /^([A-Z]{1,3})(\d{1,7})$/).exec(place) ?? [];
	if (isRow && !place) return;
	if (!row) throw new TableRefusal('imports_error_unreadable');
	if (Number(row) > farthest.row) throw new TableRefusal('imports_error_far_rows', { place });
	if (letters && columnNumber(letters) > farthest.column)
		throw new TableRefusal('imports_error_far_columns', { place });
}
