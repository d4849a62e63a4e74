import type { Block, Format, Item, Run } from '#lib/text/block.ts';
import type { Offer } from './document.ts';
import { plainOf } from './reading.ts';

/** How a line is counted. */
export interface Count {
	/** Lines of one family are one list, however often it is interrupted. */
	family: string;
	/** 0 is the outermost. */
	level: number;
	value: number;
	format: Format;
	/** What stands before it, where that is not its count alone. */
	number?: string;
}

/** One paragraph, table, image or box in the order of the file, before lists and captions are put together. */
export interface Line {
	/** The outermost element of the body it stands in. */
	unit: number;
	block: Block;
	count?: Count;
	/** How far its text stands from the margin, as a measure of what belongs to which item. */
	indent?: number;
	role?: 'caption' | 'quote' | 'title';
	/** Letters in half points, where a strong line may be meant as a heading. */
	size?: number;
}

/** What came of the lines, and which block each unit has become part of. */
export interface Assembled {
	blocks: Block[];
	blockOf: Map<number, { first: number; last: number }>;
	offers: Offer[];
}

/** Twentieths of a point: less is not seen. */
const tolerance = 90;

/** Puts lists, quotes and captions together. */
export function assemble(given: Line[]): Assembled {
	const blocks: Block[] = [];
	const blockOf: Assembled['blockOf'] = new Map();
	const tops: { line: Line; block: number }[] = [];
	const lists = openLists(blocks);
	for (const line of withCaptions(given)) {
		lists.add(line);
		const last = blocks.length - 1;
		for (const unit of [line.unit, ...(line.captioned ?? [])])
			blockOf.set(unit, { first: blockOf.get(unit)?.first ?? last, last });
		if (blocks.at(-1) === line.block) tops.push({ line, block: blocks.length - 1 });
	}
	return { blocks, blockOf, offers: offersOf(tops) };
}

type Captioned = Line & { captioned?: number[] };

/** A caption goes to the table or image beside it; its first word says what it looks for. */
function withCaptions(lines: Line[]): Captioned[] {
	const taken = new Map<Line, Line[]>();
	const gone = new Set<Line>();
	lines.forEach((line, at) => {
		if (line.role !== 'caption' || line.block.kind !== 'paragraph') return;
		const [before, after] = [lines[at - 1], lines[at + 1]];
		const wanted = /^\s*(abb|bild|fig|foto|karte|graf|schau)/i.test(plainOf(line.block.runs))
			? [is(before, 'image'), is(after, 'image'), is(after, 'table'), is(before, 'table')]
			: [is(after, 'table'), is(before, 'table'), is(before, 'image'), is(after, 'image')];
		const owner = wanted.find((other) => other && !taken.has(other));
		if (!owner) return;
		taken.set(owner, [line]);
		gone.add(line);
		(owner.block as { caption?: Run[] }).caption = line.block.runs;
	});
	return lines
		.filter((line) => !gone.has(line))
		.map((line) => {
			const captions = taken.get(line);
			return captions ? Object.assign(line, { captioned: captions.map(({ unit }) => unit) }) : line;
		});
}

const is = (line: Line | undefined, kind: Block['kind']) => (line?.block.kind === kind ? line : undefined);

interface OpenList {
	count: Count;
	indent: number;
	items: Item[];
}

/** Adds lines to these blocks, each to the item or quote it belongs to. */
function openLists(blocks: Block[]) {
	const open: OpenList[] = [];
	let quote: Block[] | undefined;

	function innermost(): Block[] {
		return open.at(-1)?.items.at(-1)?.blocks ?? blocks;
	}

	function count(line: Line, given: Count) {
		const indent = line.indent ?? 0;
		const isDeeper = ({ count, indent: own }: OpenList) =>
			count.family === given.family ? count.level > given.level : own > indent + tolerance;
		while (open.length && isDeeper(open.at(-1)!)) open.pop();
		const last = open.at(-1);
		if (last && isSame(last, given)) last.items.push(itemOf(line, given));
		else {
			const isBeside =
				last &&
				(last.count.family === given.family
					? last.count.level === given.level
					: indent <= last.indent + tolerance);
			if (isBeside) open.pop();
			begin(line, given, indent);
		}
		open.at(-1)!.count = given;
	}

	function begin(line: Line, given: Count, indent: number) {
		const items = [itemOf(line, given)];
		innermost().push({
			kind: 'list',
			format: given.format,
			...(isCounted(given) && given.value !== 1 && { start: given.value }),
			items
		});
		open.push({ count: given, indent, items });
	}

	return {
		add(line: Line) {
			if (line.role !== 'quote') quote = undefined;
			if (line.count) return count(line, line.count);
			while (open.length && (line.indent ?? 0) + tolerance < open.at(-1)!.indent) open.pop();
			if ((line.indent ?? 0) <= 0 || line.block.kind === 'heading') open.length = 0;
			if (line.role !== 'quote') return void innermost().push(line.block);
			if (!quote) innermost().push({ kind: 'quote', blocks: (quote = []) });
			quote.push(line.block);
		}
	};
}

const isCounted = ({ format }: Count) => format !== 'bullet' && format !== 'none';

/** The next item of the list that is open, not one of a list beside it. */
const isSame = ({ count }: OpenList, given: Count) =>
	count.family === given.family &&
	count.level === given.level &&
	count.format === given.format &&
	(!isCounted(given) || given.value === count.value + 1);

const itemOf = (line: Line, { number }: Count): Item => ({
	...(number && { number: number.slice(0, 40) }),
	blocks: isEmpty(line.block) ? [] : [line.block]
});

const isEmpty = (block: Block) => block.kind === 'paragraph' && block.runs.length === 0;

const longestHeading = 120;

/**
 * Strong lines that stand by themselves. How deep: as their number says, else as the size of their letters says among
 * such lines, else one below the heading above. What is set as a title further down is meant as a chapter.
 */
function offersOf(tops: { line: Line; block: number }[]): Offer[] {
	const isOffer = ({ line: { size, block, role } }: (typeof tops)[number]) => {
		if (block.kind !== 'paragraph') return false;
		if (role === 'title') return true;
		if (size === undefined || role) return false;
		const words = plainOf(block.runs).trim();
		return words.length <= longestHeading && !/[.,;:]$/.test(words) && /\p{L}/u.test(words);
	};
	const offered = tops.filter(isOffer);
	const sizes = [...new Set(offered.flatMap(({ line }) => line.size ?? []))].sort((a, b) => b - a);
	let above = 0;
	return tops.flatMap((top) => {
		const { block } = top.line;
		if (block.kind === 'heading') above = block.level;
		if (!isOffer(top) || block.kind !== 'paragraph') return [];
		if (top.line.role === 'title') return [{ block: top.block, level: 1 }];
		const number = /^\s*(\d+(?:\.\d+)*)\.?\s/.exec(plainOf(block.runs))?.[1];
		const bySize = above + 1 + sizes.indexOf(top.line.size!);
		return [{ block: top.block, level: Math.min(number ? number.split('.').length : bySize, 9) }];
	});
}
