import type { Mark as SetMark, Node } from 'prosemirror-model';
import {
	marks,
	type Block,
	type Cell,
	type Format,
	type Item,
	type Mark,
	type Note,
	type Run,
	type Text
} from '../block.ts';
import { tidy } from '../tidy.ts';
import { schema } from './schema.ts';

/*
 * From the block model to the editor's document and back. Empty paragraphs are places to write at, and no part of a text.
 */

const { nodes, marks: sets } = schema;

function inline(runs: Run[]): Node[] {
	return runs.map((run) => {
		if ('break' in run) return nodes.line_break.create();
		if ('note' in run) return nodes.note_place.create({ key: run.note });
		const set: SetMark[] = (run.marks ?? []).map((mark) => sets[mark].create());
		if (run.href) set.push(sets.link.create({ href: run.href }));
		if (run.language) set.push(sets.language.create({ language: run.language }));
		return schema.text(run.text, set);
	});
}

const filled = (blocks: Block[]): Node[] =>
	blocks.length > 0 ? blocks.map(blockNode) : [nodes.paragraph.create()];

function rowNode(row: Cell[], isHead: boolean): Node {
	const cells = row.map(({ blocks, columns = 1, rows = 1, isHead: isSaid = false }) => {
		const attrs = { colspan: columns, rowspan: rows };
		return isHead || isSaid
			? nodes.head_cell.create({ ...attrs, isSaid }, filled(blocks))
			: nodes.cell.create(attrs, filled(blocks));
	});
	return nodes.row.create({ isHead }, cells);
}

const figure = (content: Node, caption: Run[] | undefined): Node =>
	nodes.figure.create(null, [content, ...(caption ? [nodes.caption.create(null, inline(caption))] : [])]);

function blockNode(block: Block): Node {
	switch (block.kind) {
		case 'paragraph':
			return nodes.paragraph.create(null, inline(block.runs));
		case 'heading':
			return nodes.heading.create({ level: block.level, number: block.number ?? null }, inline(block.runs));
		case 'list': {
			const items = block.items.map(({ number = null, blocks }) =>
				nodes.item.create({ number }, filled(blocks))
			);
			return nodes.list.create({ format: block.format, start: block.start ?? 1 }, items);
		}
		case 'table': {
			const rows = [
				...block.head.map((row) => rowNode(row, true)),
				...block.body.map((row) => rowNode(row, false))
			];
			if (rows.length === 0) return nodes.kept.create({ block });
			return figure(nodes.table.create(null, rows), block.caption);
		}
		case 'image':
			return figure(nodes.picture.create({ file: block.file, alt: block.alt ?? null }), block.caption);
		case 'quote':
		case 'box':
			return nodes[block.kind].create(null, filled(block.blocks));
	}
}

/** A text as the editor shows it. */
export function documentOf(text: Text): Node {
	const { blocks, notes } = tidy(text);
	const written = notes.map(({ key, place, blocks }) => nodes.note.create({ key, place }, filled(blocks)));
	return nodes.doc.create(null, [
		...filled(blocks),
		...(written.length > 0 ? [nodes.notes.create(null, written)] : [])
	]);
}

function runsOf(node: Node): Run[] {
	return node.children.map((child): Run => {
		if (child.type === nodes.line_break) return { break: true };
		if (child.type === nodes.note_place) return { note: child.attrs.key as string };
		const set = marks.filter((mark: Mark) => sets[mark].isInSet(child.marks));
		const href = sets.link.isInSet(child.marks)?.attrs.href as string | undefined;
		const language = sets.language.isInSet(child.marks)?.attrs.language as string | undefined;
		return {
			text: child.text ?? '',
			...(set.length > 0 ? { marks: set } : {}),
			...(href ? { href } : {}),
			...(language ? { language } : {})
		};
	});
}

const blocksOf = (node: Node): Block[] =>
	node.children.filter((child) => child.type !== nodes.notes).map(blockOf);

const itemOf = (node: Node): Item => ({
	...(node.attrs.number === null ? {} : { number: node.attrs.number as string }),
	blocks: blocksOf(node)
});

function cellOf(node: Node, isInHead: boolean): Cell {
	const { colspan, rowspan, isSaid } = node.attrs as { colspan: number; rowspan: number; isSaid?: boolean };
	const isHead = node.type === nodes.head_cell && (isSaid || !isInHead);
	return {
		blocks: blocksOf(node),
		...(colspan > 1 ? { columns: colspan } : {}),
		...(rowspan > 1 ? { rows: rowspan } : {}),
		...(isHead ? { isHead } : {})
	};
}

function figureOf(node: Node): Block {
	const content = node.child(0);
	const caption = node.childCount > 1 ? { caption: runsOf(node.child(1)) } : {};
	if (content.type === nodes.picture) {
		const { file, alt } = content.attrs as { file: string; alt: string | null };
		return { kind: 'image', file, ...(alt === null ? {} : { alt }), ...caption };
	}
	const rows = content.children;
	const isBody = (row: Node) => !row.attrs.isHead;
	const heads = rows.some(isBody) ? rows.findIndex(isBody) : rows.length;
	const cells = (some: Node[], isInHead: boolean) =>
		some.map((row) => row.children.map((cell) => cellOf(cell, isInHead)));
	return {
		kind: 'table',
		...caption,
		head: cells(rows.slice(0, heads), true),
		body: cells(rows.slice(heads), false)
	};
}

function blockOf(node: Node): Block {
	const { attrs } = node;
	switch (node.type) {
		case nodes.heading: {
			const number = attrs.number === null ? {} : { number: attrs.number as string };
			return { kind: 'heading', level: attrs.level as number, ...number, runs: runsOf(node) };
		}
		case nodes.list:
			return {
				kind: 'list',
				format: attrs.format as Format,
				start: attrs.start as number,
				items: node.children.map(itemOf)
			};
		case nodes.figure:
			return figureOf(node);
		case nodes.quote:
			return { kind: 'quote', blocks: blocksOf(node) };
		case nodes.box:
			return { kind: 'box', blocks: blocksOf(node) };
		case nodes.kept:
			return attrs.block as Block;
		default:
			return { kind: 'paragraph', runs: runsOf(node) };
	}
}

/** What stands in the editor, as a text in the one way to say it. */
export function textOf(doc: Node): Text {
	const last = doc.lastChild;
	const notes = last?.type === nodes.notes ? last.children : [];
	return tidy({
		blocks: blocksOf(doc),
		notes: notes.map((note): Note => ({
			key: note.attrs.key as string,
			place: note.attrs.place as Note['place'],
			blocks: blocksOf(note)
		}))
	});
}
