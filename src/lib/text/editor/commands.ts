import type { Node } from 'prosemirror-model';
import { chainCommands, lift, toggleMark, wrapIn } from 'prosemirror-commands';
import { liftListItem, sinkListItem, splitListItem, wrapInList } from 'prosemirror-schema-list';
import {
	NodeSelection,
	Selection,
	TextSelection,
	type Command,
	type EditorState,
	type Transaction
} from 'prosemirror-state';
import { liftTarget } from 'prosemirror-transform';
import type { Format, Mark } from '../block.ts';
import { figureAround, linkAround, listAround, pictureAround, quoteAround, type Found } from './around.ts';
import { isCounted, schema } from './schema.ts';

/*
 * What one can do to a text by toolbar and keyboard.
 */

const { nodes, marks } = schema;

export const toggle = (mark: Mark): Command => toggleMark(marks[mark], null, { removeWhenPresent: false });

/** Whether what is typed next, or all that is selected, is set so. */
export function isSet({ selection, storedMarks, doc }: EditorState, mark: Mark): boolean {
	const { $from, from, to, empty } = selection;
	if (empty) return Boolean(marks[mark].isInSet(storedMarks ?? $from.marks()));
	return doc.rangeHasMark(from, to, marks[mark]);
}

export const isListOf = (state: EditorState, format: Format) => {
	const list = listAround(state.selection);
	return list !== undefined && isCounted(list.node.attrs.format as Format) === isCounted(format);
};

/** Makes paragraphs a list, a list one of the other kind, and takes a list of the same kind away. */
export const toggleList =
	(format: Format): Command =>
	(state, dispatch) => {
		const list = listAround(state.selection);
		if (!list) return wrapInList(nodes.list, { format })(state, dispatch);
		if (isListOf(state, format)) return liftListItem(nodes.item)(state, dispatch);
		dispatch?.(state.tr.setNodeMarkup(list.pos, null, { format, start: 1 }));
		return true;
	};

/** Puts items below the one before, in a list that counts as the one they were in. */
export const sinkItem: Command = (state, dispatch) => {
	const list = listAround(state.selection);
	if (!list) return false;
	const sunk = (tr: Transaction) => {
		const inner = listAround(tr.selection);
		if (inner && inner.pos !== list.pos && inner.node.childCount === countOf(state, list))
			tr.setNodeMarkup(inner.pos, null, { format: list.node.attrs.format as Format, start: 1 });
		dispatch?.(tr);
	};
	return sinkListItem(nodes.item)(state, dispatch && sunk);
};

/** How many items of a list are selected. */
function countOf({ selection: { $from, $to } }: EditorState, { depth }: Found): number {
	return $to.depth > depth && $to.before(depth) === $from.before(depth)
		? $to.index(depth) - $from.index(depth) + 1
		: 1;
}

export const liftItem: Command = (state, dispatch) =>
	listAround(state.selection) ? liftListItem(nodes.item)(state, dispatch) : false;

export const toggleQuote: Command = (state, dispatch) => {
	const quote = quoteAround(state.selection);
	if (!quote) return wrapIn(nodes.quote)(state, dispatch);
	const { $from, $to } = state.selection;
	const range = $from.blockRange($to, (node) => node === quote.node);
	const target = range && liftTarget(range);
	if (!range || target == null) return lift(state, dispatch);
	dispatch?.(state.tr.lift(range, target).scrollIntoView());
	return true;
};

/** Makes what is selected a link, or the words where nothing is; at a link it gives that another address. */
export const setLink =
	(href: string, words: string): Command =>
	(state, dispatch) => {
		const link = marks.link.create({ href });
		const found = linkAround(state);
		const { from, to, empty } = state.selection;
		if (!state.selection.$from.parent.inlineContent) return false;
		const { tr } = state;
		if (empty && found) tr.removeMark(found.from, found.to, marks.link).addMark(found.from, found.to, link);
		else if (empty) tr.insert(from, schema.text(words, [...(state.storedMarks ?? []), link]));
		else tr.removeMark(from, to, marks.link).addMark(from, to, link);
		dispatch?.(tr.removeStoredMark(link).scrollIntoView());
		return true;
	};

export const removeLink: Command = (state, dispatch) => {
	const found = linkAround(state);
	if (!found) return false;
	dispatch?.(state.tr.removeMark(found.from, found.to, marks.link));
	return true;
};

const breakLine: Command = (state, dispatch) => {
	if (!state.selection.$from.parent.inlineContent) return false;
	dispatch?.(state.tr.replaceSelectionWith(nodes.line_break.create()).scrollIntoView());
	return true;
};

/** The figure around the cursor, or the outermost list, quote or box that does not reach out of a cell or note. */
function frameAround(selection: Selection): Found | undefined {
	const figure = figureAround(selection);
	const { $from } = selection;
	let found: Found | undefined;
	for (let depth = $from.depth; depth > 0 && !figure; depth -= 1) {
		const node = $from.node(depth);
		if (node.type.spec.isolating) break;
		const isFrame = [nodes.list, nodes.quote, nodes.box].includes(node.type);
		if (isFrame) found = { node, pos: $from.before(depth), depth };
	}
	return figure ?? found;
}

/** Puts a paragraph before or after what is around the cursor: so one leaves it. */
const leave =
	(side: 'before' | 'after'): Command =>
	({ selection, tr }, dispatch) => {
		const found = frameAround(selection);
		if (!found) return false;
		const pos = side === 'before' ? found.pos : found.pos + found.node.nodeSize;
		tr.insert(pos, nodes.paragraph.create());
		dispatch?.(tr.setSelection(TextSelection.create(tr.doc, pos + 1)).scrollIntoView());
		return true;
	};
export const leaveAfter = leave('after');
export const leaveBefore = leave('before');

const leaveCaption: Command = (state, dispatch) =>
	state.selection.$from.parent.type === nodes.caption && leaveAfter(state, dispatch);

/** An empty caption goes, and the cursor to what it belonged to. */
const removeCaption: Command = ({ selection, tr }, dispatch) => {
	const { $from, empty } = selection;
	if (!empty || $from.parent.type !== nodes.caption || $from.parent.content.size > 0) return false;
	const pos = $from.before();
	tr.delete(pos, pos + 2);
	dispatch?.(tr.setSelection(Selection.near(tr.doc.resolve(pos), -1)).scrollIntoView());
	return true;
};

/** Goes to what stands below a figure, and makes a place for it where there is none. */
export const goToCaption: Command = ({ selection, tr }, dispatch) => {
	const figure = figureAround(selection);
	if (!figure) return false;
	const pos = figure.pos + 1 + figure.node.child(0).nodeSize;
	const caption = figure.node.maybeChild(1);
	if (!caption) tr.insert(pos, nodes.caption.create());
	const end = pos + 1 + (caption?.content.size ?? 0);
	dispatch?.(tr.setSelection(TextSelection.create(tr.doc, end)).scrollIntoView());
	return true;
};

export const removeFigure: Command = ({ selection, tr }, dispatch) => {
	const figure = figureAround(selection);
	if (!figure) return false;
	tr.replaceWith(figure.pos, figure.pos + figure.node.nodeSize, nodes.paragraph.create());
	dispatch?.(tr.setSelection(TextSelection.create(tr.doc, figure.pos + 1)).scrollIntoView());
	return true;
};

const removeChosenPicture: Command = (state, dispatch) =>
	isPictureChosen(state.selection) && removeFigure(state, dispatch);

/** Whether a picture is chosen as a whole. */
export const isPictureChosen = (selection: Selection): boolean =>
	selection instanceof NodeSelection && pictureAround(selection) !== undefined;

/** Says what the picture shows; empty words for one that only adorns. */
export const describe =
	(alt: string): Command =>
	({ selection, tr }, dispatch) => {
		const figure = pictureAround(selection);
		if (!figure) return false;
		const picture = figure.node.child(0);
		tr.setNodeMarkup(figure.pos + 1, null, { ...picture.attrs, alt });
		dispatch?.(tr.setSelection(NodeSelection.create(tr.doc, figure.pos + 1)));
		return true;
	};

/** Puts a block in place of an empty paragraph, or behind the block with the cursor. @returns where it begins */
export function insertBlock(
	{ selection: { $from } }: EditorState,
	tr: Transaction,
	block: Node
): number | undefined {
	for (let depth = $from.depth; depth > 0; depth -= 1) {
		const index = $from.index(depth - 1);
		const isEmpty = $from.node(depth).type === nodes.paragraph && $from.node(depth).content.size === 0;
		const from = isEmpty ? index : index + 1;
		if (!$from.node(depth - 1).canReplaceWith(from, index + 1, block.type)) continue;
		const pos = isEmpty ? $from.before(depth) : $from.after(depth);
		tr.replaceWith(pos, $from.after(depth), block);
		return pos;
	}
	return undefined;
}

export const onEnter: Command = chainCommands(leaveCaption, splitListItem(nodes.item, { number: null }));
export const onShiftEnter = breakLine;
export const onDelete: Command = chainCommands(removeChosenPicture, removeCaption);
