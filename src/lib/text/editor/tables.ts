import type { Node } from 'prosemirror-model';
import {
	Selection,
	TextSelection,
	type Command,
	type EditorState,
	type Transaction
} from 'prosemirror-state';
import * as grid from 'prosemirror-tables';
import { rowAround, tableAround } from './around.ts';
import { insertBlock } from './commands.ts';
import { schema } from './schema.ts';

/*
 * Rows and columns. Merged cells are kept as they are, and reach farther where a row or column comes into them.
 */

const { nodes } = schema;

/** How many rows and columns a table has that is put in: a head and two rows. */
const newTable = { rows: 3, columns: 2 };

export const insertTable: Command = (state, dispatch) => {
	if (tableAround(state.selection)) return false;
	const row = (_: unknown, at: number) => {
		const type = at === 0 ? nodes.head_cell : nodes.cell;
		const cell = () => type.create(null, nodes.paragraph.create());
		return nodes.row.create({ isHead: at === 0 }, Array.from({ length: newTable.columns }, cell));
	};
	const table = nodes.table.create(null, Array.from({ length: newTable.rows }, row));
	const { tr } = state;
	const pos = insertBlock(state, tr, nodes.figure.create(null, table));
	if (pos === undefined) return false;
	/* Before the words of the first cell: figure, table, row, cell, paragraph. */
	dispatch?.(tr.setSelection(TextSelection.create(tr.doc, pos + 5)).scrollIntoView());
	return true;
};

/** How large the table is that the cursor is in. */
export function sizeOf({ selection }: EditorState): { rows: number; columns: number } | undefined {
	const table = tableAround(selection)?.node.child(0);
	if (!table) return undefined;
	const { width, height } = grid.TableMap.get(table);
	return { rows: height, columns: width };
}

/** How often a table is looked at whose rows do not fit: mending one thing may bring out another. */
const mostMendings = 10;

/** Rows and columns are only known where every row reaches as far as the others: what is missing is added first. */
const inTable =
	(command: Command): Command =>
	(state, dispatch) => {
		if (!grid.isInTable(state)) return false;
		let mended = state;
		const before: Transaction[] = [];
		for (let turn = 0; turn < mostMendings; turn += 1) {
			const mending = grid.fixTables(mended);
			if (!mending) break;
			const { state: next, transactions } = mended.applyTransaction(mending);
			before.push(...transactions);
			mended = next;
		}
		if (before.length === 0) return command(state, dispatch);
		if (!grid.isInTable(mended) || grid.fixTables(mended)) return false;
		return command(mended, dispatch && ((then) => dispatch(together(state.tr, [...before, then]))));
	};

/** Several transactions as one that is undone at once. */
function together(tr: Transaction, all: readonly Transaction[]): Transaction {
	for (const step of all.flatMap(({ steps }) => steps)) tr.step(step);
	const last = all.at(-1) as Transaction;
	return tr.setSelection(Selection.fromJSON(tr.doc, last.selection.toJSON()));
}

/** A row put before a row of the head belongs to the head. */
export const addRowBefore: Command = inTable((state, dispatch) => {
	const row = rowAround(state.selection);
	if (!row?.node.attrs.isHead) return grid.addRowBefore(state, dispatch);
	return grid.addRowBefore(state, dispatch && ((tr) => dispatch(withHead(tr, row.pos, true))));
});
export const addRowAfter = inTable(grid.addRowAfter);
export const addColumnBefore = inTable(grid.addColumnBefore);
export const addColumnAfter = inTable(grid.addColumnAfter);
export const removeRow = inTable(grid.deleteRow);
export const removeColumn = inTable(grid.deleteColumn);

export const hasHead = ({ selection }: EditorState): boolean =>
	tableAround(selection)?.node.child(0).child(0).attrs.isHead === true;

/** Makes the first row a head, or every row of the head one like others. */
export const toggleHead: Command = inTable((state, dispatch) => {
	const figure = tableAround(state.selection);
	if (!figure) return false;
	const table = figure.node.child(0);
	const isOn = hasHead(state);
	const { tr } = state;
	table.forEach((row, offset, index) => {
		const isMeant = isOn ? row.attrs.isHead === true : index === 0;
		if (isMeant) withHead(tr, figure.pos + 2 + offset, !isOn);
	});
	dispatch?.(tr);
	return true;
});

/** Gives the row that begins here to the head, or to the body. */
function withHead(tr: Transaction, pos: number, isHead: boolean): Transaction {
	const row = tr.doc.nodeAt(pos) as Node;
	tr.setNodeMarkup(pos, null, { isHead });
	row.forEach((cell, offset) => {
		const { colspan, rowspan, colwidth } = cell.attrs;
		const isSaid = isHead ? cell.type === nodes.head_cell : cell.attrs.isSaid === true;
		const attrs = { colspan, rowspan, colwidth };
		if (isHead || isSaid) tr.setNodeMarkup(pos + 1 + offset, nodes.head_cell, { ...attrs, isSaid });
		else tr.setNodeMarkup(pos + 1 + offset, nodes.cell, attrs);
	});
	return tr;
}
