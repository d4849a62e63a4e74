import type { Node, ResolvedPos } from 'prosemirror-model';
import { NodeSelection, type EditorState, type Selection } from 'prosemirror-state';
import { isBlock, schema } from './schema.ts';

/*
 * What the cursor stands in.
 */

const { nodes, marks } = schema;

export interface Found {
	node: Node;
	/** Before the node. */
	pos: number;
	depth: number;
}

/** The innermost node around a place that is meant. */
export function around($pos: ResolvedPos, isMeant: (node: Node) => boolean): Found | undefined {
	for (let depth = $pos.depth; depth > 0; depth -= 1) {
		const node = $pos.node(depth);
		if (isMeant(node)) return { node, pos: $pos.before(depth), depth };
	}
	return undefined;
}

const isOf = (name: keyof typeof nodes) => (node: Node) => node.type === nodes[name];

/** The list whose items are selected; a list around a table is not meant in its cells. */
export function listAround({ $from }: Selection): Found | undefined {
	const isEdge = ({ type }: Node) => type.spec.isolating === true;
	const found = around($from, (node) => node.type === nodes.list || isEdge(node));
	return found?.node.type === nodes.list ? found : undefined;
}
export const quoteAround = ({ $from }: Selection) => around($from, isOf('quote'));
export const noteAround = ({ $from }: Selection) => around($from, isOf('note'));
export const rowAround = ({ $from }: Selection) => around($from, isOf('row'));

/** The figure that is selected, or whose picture or caption is. */
export function figureAround(selection: Selection): Found | undefined {
	if (selection instanceof NodeSelection && selection.node.type === nodes.figure)
		return { node: selection.node, pos: selection.from, depth: selection.$from.depth + 1 };
	return around(selection.$from, isOf('figure'));
}

const isTable = (found: Found | undefined) => found?.node.child(0).type === nodes.table;
export const tableAround = (selection: Selection) => {
	const found = figureAround(selection);
	return isTable(found) ? found : undefined;
};
export const pictureAround = (selection: Selection) => {
	const found = figureAround(selection);
	return isTable(found) ? undefined : found;
};

/** The link at the cursor or at the start of what is selected, as far as it reaches in its paragraph. */
export function linkAround({ selection: { $from } }: EditorState) {
	const { parent, parentOffset } = $from;
	const at = parent.childAfter(parentOffset).node
		? parent.childAfter(parentOffset)
		: parent.childBefore(parentOffset);
	const before = parent.childBefore(parentOffset);
	const found = [at, before].find(({ node }) => node && marks.link.isInSet(node.marks));
	const mark = found?.node && marks.link.isInSet(found.node.marks);
	if (!found || !mark) return undefined;
	const has = (index: number) => mark.isInSet(parent.maybeChild(index)?.marks ?? []);
	let [first, last] = [found.index, found.index];
	while (first > 0 && has(first - 1)) first -= 1;
	while (has(last + 1)) last += 1;
	const offset = (index: number) =>
		parent.children.slice(0, index).reduce((sum, { nodeSize }) => sum + nodeSize, 0);
	const start = $from.start();
	return { href: mark.attrs.href as string, from: start + offset(first), to: start + offset(last + 1) };
}

/** How deep blocks lie in each other, counted as in block.ts. */
export function depthOfNode(node: Node): number {
	const inside = node.children.reduce((deepest, child) => Math.max(deepest, depthOfNode(child)), 0);
	return inside + (isBlock(node) ? 1 : 0);
}
