import {
	deepest,
	depthOf,
	isAddress,
	type Block,
	type Cell,
	type Item,
	type Mark,
	type Run,
	type Text
} from './block.ts';
import {
	formatOf,
	isBlockElement,
	isHidden,
	isLost,
	isSkipped,
	itemSignOf,
	lossOf,
	settingOf,
	spanOf,
	type HtmlElement,
	type HtmlNode,
	type Loss
} from './html-elements.ts';
import { plainOf } from './plain.ts';
import { tidy } from './tidy.ts';

export type { HtmlElement, HtmlNode, Loss } from './html-elements.ts';

/*
 * What Word, LibreOffice and websites put on the clipboard, as a text of the model. It keeps words and how they are ordered; looks, and
 * what leads elsewhere, stay behind and are counted.
 */

interface Reading {
	losses: Map<Loss, number>;
}

interface Setting {
	marks: Mark[];
	href?: string;
	/** Line ends count, as in `pre`. */
	isTyped?: true;
}

const lose = ({ losses }: Reading, loss: Loss) => losses.set(loss, (losses.get(loss) ?? 0) + 1);

/** Reads HTML into a text without notes. `losses` says how often something was left out or became something else. */
export function fromHtml(html: HtmlNode[]): { text: Text; losses: Map<Loss, number> } {
	const reading: Reading = { losses: new Map() };
	const text = tidy({ blocks: blocksIn(html, { marks: [] }, reading), notes: [] });
	if (depthOf(text) <= deepest) return { text, losses: reading.losses };
	lose(reading, 'depth');
	const lines = plainOf(text).split('\n');
	return {
		text: tidy({ blocks: lines.map((line) => ({ kind: 'paragraph', runs: [{ text: line }] })), notes: [] }),
		losses: reading.losses
	};
}

/** Blocks, and paragraphs of what stands between them. */
function blocksIn(html: HtmlNode[], setting: Setting, reading: Reading): Block[] {
	const blocks: Block[] = [];
	let runs: Run[] = [];
	const end = () => {
		if (runs.length > 0) blocks.push({ kind: 'paragraph', runs });
		runs = [];
	};
	const found = withWordLists(html);
	for (const node of found) {
		if (Array.isArray(node)) {
			end();
			blocks.push(...wordList(node, setting, reading));
		} else if (typeof node !== 'string' && holdsBlocks(node)) {
			end();
			blocks.push(...blockOf(node, setting, reading));
		} else runs.push(...runsIn(node, setting, reading));
	}
	end();
	return blocks;
}

/** Whether a paragraph ends at it: browsers also put blocks into `b` and `span`. */
const holdsBlocks = (node: HtmlElement): boolean =>
	!isSkipped(node) &&
	(isBlockElement(node) || node.children.some((child) => typeof child !== 'string' && holdsBlocks(child)));

function blockOf(element: HtmlElement, around: Setting, reading: Reading): Block[] {
	if (isHidden(element)) {
		lose(reading, 'hidden');
		return [];
	}
	const setting = within(element, around, reading);
	const inside = () => blocksIn(element.children, setting, reading);
	switch (element.name) {
		case 'h1':
		case 'h2':
		case 'h3':
		case 'h4':
		case 'h5':
		case 'h6': {
			lose(reading, 'heading');
			return blocksIn(element.children, { ...setting, marks: [...setting.marks, 'strong'] }, reading);
		}
		case 'ul':
		case 'ol':
			return [listOf(element, setting, reading)];
		case 'table':
			return tableOf(element, setting, reading);
		case 'blockquote':
			return [{ kind: 'quote', blocks: inside() }];
		case 'hr':
			lose(reading, 'rule');
			return [];
		case 'pre':
			return blocksIn(element.children, { ...setting, isTyped: true }, reading);
		default:
			return inside();
	}
}

/** Items; lists that lie right in a list, as some programs write them, belong to the item before. */
function listOf(element: HtmlElement, setting: Setting, reading: Reading): Block {
	const items: Item[] = [];
	for (const child of element.children) {
		if (typeof child === 'string' || isSkipped(child)) continue;
		const isItem = child.name === 'li';
		const blocks = isItem
			? blocksIn(child.children, within(child, setting, reading), reading)
			: blocksIn([child], setting, reading);
		const last = items.at(-1);
		if (!isItem && last) last.blocks.push(...blocks);
		else if (isItem || blocks.length > 0) items.push({ blocks });
	}
	const start = Number(element.attributes.start ?? 1);
	return {
		kind: 'list',
		format: formatOf(element),
		...(Number.isInteger(start) && start >= 0 && start <= 100_000 ? { start } : {}),
		items
	};
}

/** A table, or what stands in it where one cell is all there is. */
function tableOf(element: HtmlElement, setting: Setting, reading: Reading): Block[] {
	const head: Cell[][] = [];
	const body: Cell[][] = [];
	let caption: Run[] = [];
	const rows = (inside: HtmlNode[], isHead: boolean) => {
		for (const node of inside) {
			if (typeof node === 'string' || isSkipped(node)) continue;
			if (node.name === 'caption')
				caption = node.children.flatMap((child) => runsIn(child, setting, reading));
			else if (node.name === 'tr') {
				const cells = elementsIn(node, 'td', 'th');
				const isFirst = head.length + body.length === 0 && cells.length > 0;
				const isHeadRow = isHead || (isFirst && cells.every(({ name }) => name === 'th'));
				const row = cells.map((cell) => cellOf(cell, isHeadRow, setting, reading));
				(isHeadRow && body.length === 0 ? head : body).push(row);
			} else rows(node.children, node.name === 'thead');
		}
	};
	rows(element.children, false);
	const all = [...head, ...body];
	if (all.length === 1 && all[0]?.length === 1) return all[0].flatMap(({ blocks }) => blocks);
	return [{ kind: 'table', ...(caption.length > 0 ? { caption } : {}), head, body }];
}

function cellOf(cell: HtmlElement, isInHead: boolean, setting: Setting, reading: Reading): Cell {
	const columns = spanOf(cell, 'colspan', 100);
	const rows = spanOf(cell, 'rowspan', 1_000);
	return {
		blocks: blocksIn(cell.children, within(cell, setting, reading), reading),
		...(columns > 1 ? { columns } : {}),
		...(rows > 1 ? { rows } : {}),
		...(cell.name === 'th' && !isInHead ? { isHead: true } : {})
	};
}

const elementsIn = (element: HtmlElement, ...names: string[]): HtmlElement[] =>
	element.children.filter((child) => typeof child !== 'string').filter(({ name }) => names.includes(name));

/** How words in an element are set. */
function within(element: HtmlElement, around: Setting, reading: Reading): Setting {
	const { set, unset } = settingOf(element);
	const marks = [...around.marks.filter((mark) => !unset.includes(mark)), ...set];
	const { href } = element.attributes;
	if (element.name !== 'a' || !href) return { ...around, marks };
	/* A fragment leads to a place in the text it comes from. */
	if (isAddress(href) && !href.startsWith('#')) return { ...around, marks, href };
	lose(reading, 'link');
	return { ...around, marks };
}

function runsIn(node: HtmlNode, setting: Setting, reading: Reading): Run[] {
	if (typeof node === 'string') return wordsOf(node, setting);
	if (isLost(node)) lose(reading, lossOf(node));
	if (isLost(node) || isSkipped(node)) return [];
	if (isHidden(node)) {
		lose(reading, 'hidden');
		return [];
	}
	if (node.name === 'br') return [{ break: true }];
	const inner = within(node, setting, reading);
	return node.children.flatMap((child) => runsIn(child, inner, reading));
}

function wordsOf(words: string, { marks, href, isTyped }: Setting): Run[] {
	const run = (text: string): Run => ({
		text,
		...(marks.length > 0 ? { marks: [...new Set(marks)] } : {}),
		...(href ? { href } : {})
	});
	if (!isTyped) return [run(words.replace(/[\t\n\r ]+/g, ' '))];
	return words
		.split(/\r\n?|\n/)
		.flatMap((line, at): Run[] => (at === 0 ? [run(line)] : [{ break: true }, run(line)]));
}

/** Neighbouring paragraphs that Word calls items of a list, together. */
function withWordLists(html: HtmlNode[]): (HtmlNode | HtmlElement[])[] {
	const all: (HtmlNode | HtmlElement[])[] = [];
	for (const node of html) {
		const isItem = typeof node !== 'string' && itemSignOf(node) !== undefined;
		const last = all.findLast((one) => typeof one !== 'string' || one.trim() !== '');
		if (isItem && Array.isArray(last)) last.push(node);
		else all.push(isItem ? [node] : node);
	}
	return all;
}

/** Word writes items as paragraphs with their level and their sign. */
function wordList(paragraphs: HtmlElement[], setting: Setting, reading: Reading): Block[] {
	const blocks: Block[] = [];
	const open: { level: number; list: Extract<Block, { kind: 'list' }> }[] = [];
	for (const paragraph of paragraphs) {
		const sign = itemSignOf(paragraph);
		if (!sign) continue;
		while ((open.at(-1)?.level ?? 0) > sign.level) open.pop();
		const last = open.at(-1);
		let list = last?.level === sign.level && last.list.format === sign.format ? last.list : undefined;
		if (!list) {
			if (last?.level === sign.level) open.pop();
			list = { kind: 'list', format: sign.format, start: sign.start, items: [] };
			const above = open.at(-1)?.list.items.at(-1);
			(above ? above.blocks : blocks).push(list);
			open.push({ level: sign.level, list });
		}
		list.items.push({ blocks: blocksIn(paragraph.children, within(paragraph, setting, reading), reading) });
	}
	return blocks;
}
