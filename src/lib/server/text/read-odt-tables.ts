import type { Cell } from '#lib/text/block.ts';
import type { Line } from './lines.ts';
import { isUnshown, wordsIn, type OdtSource } from './read-odt-source.ts';
import { rowHeadName } from './style-names.ts';
import { attribute, elementsOf, within, type Element } from './xml.ts';

/** A file may say that a row or cell is repeated a million times. */
const mostRepeated = 100;

/** A table as one line; one of a single cell is a frame around text. */
export function readTable(source: OdtSource, table: Element): Omit<Line, 'unit'>[] {
	const head: Cell[][] = [];
	const body: Cell[][] = [];
	for (const { row, isHead } of rowsOf(table, false)) {
		const isNew = isUnshown(source);
		const cells = readCells(source, row);
		if (isGone(source, row, cells, isNew)) continue;
		const repeated = Math.min(Number(attribute(row, 'table:number-rows-repeated') ?? 1) || 1, mostRepeated);
		for (let n = 0; n < repeated; n++) (isHead && !body.length ? head : body).push(cells);
	}
	const [first] = body;
	if (!head.length && body.length === 1 && first?.length === 1) {
		const { blocks } = first[0]!;
		return blocks.length ? [{ block: { kind: 'box', blocks } }] : [];
	}
	if (!head.length && !body.length) return [];
	return [{ block: { kind: 'table', head: head.map((row) => row.map(plainCell)), body } }];
}

function* rowsOf(element: Element, isHead: boolean): Generator<{ row: Element; isHead: boolean }> {
	for (const inner of elementsOf(element)) {
		if (inner.name === 'table:table-row') yield { row: inner, isHead };
		else if (/^table:table-(header-rows|rows|row-group)$/.test(inner.name))
			yield* rowsOf(inner, isHead || inner.name === 'table:table-header-rows');
	}
}

/** The format has no tracked rows: one whose words all came or went has come or gone. */
function isGone({ view }: OdtSource, row: Element, cells: Cell[], isNew: boolean): boolean {
	if (!cells.length) return true;
	if (cells.some(({ blocks }) => blocks.length)) return false;
	return isNew || !within(row, view === 'after' ? 'text:change' : 'text:change-start').next().done;
}

function readCells(source: OdtSource, row: Element): Cell[] {
	return elementsOf(row).flatMap((element): Cell[] => {
		if (element.name === 'table:covered-table-cell') {
			if (wordsIn(element).trim()) source.reading.lose('merged_cell', wordsIn(element));
			return [];
		}
		if (element.name !== 'table:table-cell') return [];
		const reach = (name: string, most: number) =>
			Math.min(Math.max(Number(attribute(element, name) ?? 1) || 1, 1), most);
		const columns = reach('table:number-columns-spanned', 100);
		const rows = reach('table:number-rows-spanned', 1000);
		const cell: Cell = {
			blocks: source.nested(elementsOf(element)),
			...(columns > 1 && { columns }),
			...(rows > 1 && { rows }),
			...headOf(source, element)
		};
		return Array.from({ length: reach('table:number-columns-repeated', mostRepeated) }, () => cell);
	});
}

/** A cell of which every paragraph is set as a head. */
function headOf({ styles }: OdtSource, cell: Element): { isHead?: true } {
	const paragraphs = [...within(cell, 'text:p', 'text:h')];
	const isHead = paragraphs.every((paragraph) =>
		styles.paragraph(attribute(paragraph, 'text:style-name')).names.some((name) => rowHeadName.test(name))
	);
	return paragraphs.length && isHead ? { isHead: true } : {};
}

/** In head rows every cell is a head without saying so. */
const plainCell = ({ isHead: _, ...cell }: Cell): Cell => cell;
