import type { Cell } from '#lib/text/block.ts';
import type { Line } from './lines.ts';
import { flow } from './read-docx-flow.ts';
import { readMarker } from './read-docx-runs.ts';
import { authorOf, wordsIn, type Source } from './read-docx-source.ts';
import { lengthOf } from './letters.ts';
import { isOn, properties } from './read-docx-styles.ts';
import { rowHeadName } from './style-names.ts';
import { attribute, child, elementsOf, within, type Element } from './xml.ts';

interface ReadRow {
	isHead: boolean;
	cells: ReadCell[];
}
interface ReadCell {
	cell: Cell;
	column: number;
	width: number;
	/** Goes on a cell of the row above. */
	isContinued: boolean;
}

/** A table as one line; one of a single cell is a frame around text. */
export function readTable(source: Source, table: Element): Omit<Line, 'unit'>[] {
	tell(source, child(child(table, 'w:tblPr'), 'w:tblPrChange'), 'table_format', '');
	const rows = [...only(source, table, 'w:tr')]
		.flatMap((row) => readRow(source, row))
		.filter(({ cells }) => cells.length);
	if (!rows.length) return [];
	const [first] = rows[0]!.cells;
	const width = child(child(table, 'w:tblPr'), 'w:tblInd');
	const indent = lengthOf(attribute(width, 'w:w') ?? '0');
	const place = indent > 0 ? { indent } : {};
	if (rows.length === 1 && rows[0]!.cells.length === 1 && first) {
		const { blocks } = first.cell;
		return blocks.length ? [{ ...place, block: { kind: 'box', blocks } }] : [];
	}
	join(rows);
	const heads = rows.findIndex(({ isHead }) => !isHead);
	const cells = rows.map((row) =>
		row.cells.filter(({ isContinued }) => !isContinued).map(({ cell }) => cell)
	);
	const body = heads < 0 ? rows.length : heads;
	return [
		{
			...place,
			block: {
				kind: 'table',
				head: cells.slice(0, body).map((row) => row.map(plainCell)),
				body: cells.slice(body)
			}
		}
	];
}

/** Rows or cells; beginnings and ends of bookmarks and comments stand between them. */
function* only(source: Source, element: Element, name: string): Generator<Element> {
	for (const inner of flow(source, elementsOf(element))) {
		if (inner.name === name) yield inner;
		else readMarker(source, inner);
	}
}

function tell(
	{ reading }: Source,
	change: Element | undefined,
	kind: Parameters<Source['reading']['change']>[0],
	words: string
) {
	if (!change) return;
	const { author, date } = authorOf(change);
	reading.change(kind, author, date, words.replace(/\s+/g, ' ').trim());
}

function readRow(source: Source, row: Element): ReadRow[] {
	const now = child(row, 'w:trPr');
	const [inserted, deleted] = [child(now, 'w:ins'), child(now, 'w:del')];
	tell(source, inserted, 'row_insertion', wordsIn(row));
	tell(source, deleted, 'row_deletion', wordsIn(row));
	if (source.view === 'after' ? deleted : inserted) return [];
	return source.reading.asOne(attribute(inserted ?? deleted, 'w:author'), () => [readCells(source, row)]);
}

function readCells(source: Source, row: Element): ReadRow {
	const about = properties(row, 'w:trPr', source.view);
	const head = child(about, 'w:tblHeader');
	let column = Number(attribute(child(about, 'w:gridBefore'), 'w:val') ?? 0) || 0;
	const cells: ReadCell[] = column ? [emptyCell(Math.min(column, 100))] : [];
	for (const element of only(source, row, 'w:tc')) {
		const read = readCell(source, element, column);
		if (!read) continue;
		cells.push(read);
		column += read.width;
	}
	return { isHead: head !== undefined && isOn(attribute(head, 'w:val')), cells };
}

const emptyCell = (width: number): ReadCell => ({
	cell: { blocks: [], ...(width > 1 && { columns: width }) },
	column: 0,
	width,
	isContinued: false
});

function readCell(source: Source, element: Element, column: number): ReadCell | undefined {
	const now = child(element, 'w:tcPr');
	const [inserted, deleted, merged] = ['w:cellIns', 'w:cellDel', 'w:cellMerge'].map((name) =>
		child(now, name)
	);
	tell(source, inserted, 'cell_insertion', wordsIn(element));
	tell(source, deleted, 'cell_deletion', wordsIn(element));
	tell(source, merged, 'cell_merge', wordsIn(element));
	if (source.view === 'after' ? deleted : inserted) return undefined;
	const about = properties(element, 'w:tcPr', source.view);
	const width = Math.min(Math.max(Number(attribute(child(about, 'w:gridSpan'), 'w:val') ?? 1) || 1, 1), 100);
	const blocks = source.reading.asOne(attribute(inserted ?? deleted, 'w:author'), () =>
		source.nested(elementsOf(element))
	);
	const isContinued = isGoingOn(source, about, merged);
	if (isContinued && blocks.length) source.reading.lose('merged_cell', wordsIn(element));
	return {
		cell: { blocks, ...(width > 1 && { columns: width }), ...headOf(source, element) },
		column,
		width,
		isContinued
	};
}

function isGoingOn({ view }: Source, about: Element | undefined, merged: Element | undefined): boolean {
	const merge = child(about, 'w:vMerge');
	const change = attribute(merged, view === 'after' ? 'w:vMerge' : 'w:vMergeOrig');
	if (change) return change === 'cont';
	return merge !== undefined && attribute(merge, 'w:val') !== 'restart';
}

/** A cell of which every paragraph is set as a head. */
function headOf({ styles }: Source, cell: Element): { isHead?: true } {
	const paragraphs = [...within(cell, 'w:p')];
	const isHead = paragraphs.every((paragraph) => {
		const id = attribute(child(child(paragraph, 'w:pPr'), 'w:pStyle'), 'w:val');
		return styles.paragraph(id).names.some((name) => rowHeadName.test(name));
	});
	return paragraphs.length && isHead ? { isHead: true } : {};
}

/** Gives each cell its reach downwards. One that goes on nothing begins anew. */
function join(rows: ReadRow[]) {
	let above = new Map<number, ReadCell>();
	for (const { cells } of rows) {
		const here = new Map<number, ReadCell>();
		for (const read of cells) {
			const upper = above.get(read.column);
			if (read.isContinued && upper?.width === read.width) {
				upper.cell.rows = (upper.cell.rows ?? 1) + 1;
				here.set(read.column, upper);
			} else {
				read.isContinued = false;
				here.set(read.column, read);
			}
		}
		above = here;
	}
}

/** In head rows every cell is a head without saying so. */
const plainCell = ({ isHead: _, ...cell }: Cell): Cell => cell;
