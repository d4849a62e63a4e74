import { Fragment, Slice, type Node } from 'prosemirror-model';
import { Plugin, type EditorState } from 'prosemirror-state';
import { deepest } from '../block.ts';
import { depthOfNode } from './around.ts';
import { schema } from './schema.ts';

/*
 * What holds for every document of the editor.
 */

const { nodes } = schema;

/** Nothing lies deeper than a text may. */
export const depthGuard = new Plugin({
	filterTransaction: ({ docChanged, doc }) => !docChanged || depthOfNode(doc) <= deepest
});

/** Behind a figure, box or quote at the end there is a paragraph to write on. */
export const endGuard = new Plugin({
	appendTransaction(_transactions, _before, { doc, tr }) {
		const last = doc.lastChild;
		const end = last?.type === nodes.notes ? doc.content.size - last.nodeSize : doc.content.size;
		const before = doc.resolve(end).nodeBefore;
		return before?.type === nodes.paragraph ? null : tr.insert(end, nodes.paragraph.create());
	}
});

/** What is pasted brings words of notes as paragraphs, and places only of notes that are here. */
export function pasted(slice: Slice, { doc }: EditorState): Slice {
	const keys = new Set<string>();
	doc.descendants((node) => {
		if (node.type === nodes.note) keys.add(node.attrs.key as string);
		return true;
	});
	const isKnown = (node: Node) => node.type !== nodes.note_place || keys.has(node.attrs.key as string);
	const known = (content: Fragment): Fragment =>
		Fragment.from(content.content.filter(isKnown).map((node) => node.copy(known(node.content))));
	const outOfNotes = (content: Fragment): Node[] =>
		content.content.flatMap((node) =>
			node.type === nodes.notes || node.type === nodes.note ? outOfNotes(node.content) : [node]
		);
	const hasNotes = slice.content.content.some(({ type }) => type === nodes.notes || type === nodes.note);
	const content = Fragment.from(outOfNotes(known(slice.content)));
	return hasNotes ? Slice.maxOpen(content) : new Slice(content, slice.openStart, slice.openEnd);
}
