import { AlignmentType, LevelFormat, type INumberingOptions, type Paragraph, type Table } from 'docx';
import type { Block, Format, Item } from '#lib/text/block.ts';
import { labelOf } from './labels.ts';
import { blockParts, paragraph, type OpenSection, type Standing } from './write-docx-blocks.ts';

export type ListConfig = INumberingOptions['config'][number];
type List = Extract<Block, { kind: 'list' }>;

const step = 567;
const formats: Record<Format, (typeof LevelFormat)[keyof typeof LevelFormat]> = {
	bullet: LevelFormat.BULLET,
	decimal: LevelFormat.DECIMAL,
	'lower-alpha': LevelFormat.LOWER_LETTER,
	'upper-alpha': LevelFormat.UPPER_LETTER,
	'lower-roman': LevelFormat.LOWER_ROMAN,
	'upper-roman': LevelFormat.UPPER_ROMAN,
	none: LevelFormat.NONE
};

/**
 * A list with a numbering of its own, so that it is counted by nothing else. Items whose signs do not follow from their
 * count begin another one.
 */
export function listParts(paper: OpenSection, list: List, standing: Standing): (Paragraph | Table)[] {
	const level = Math.min(standing.depth, 8);
	const indent = standing.indent + step;
	let current: { reference: string; label: string } | undefined;
	return list.items.flatMap((item, index) => {
		const value = (list.start ?? 1) + index;
		const label = labelFor(list.format, item, value, level);
		if (current?.label !== label)
			current = { reference: begin(paper, list.format, label, value, level, indent), label };
		return itemParts(
			paper,
			item,
			{ indent, depth: standing.depth + 1 },
			{ reference: current.reference, level }
		);
	});
}

/** What stands before an item, with `%1` in place of its count. */
function labelFor(format: Format, { number }: Item, value: number, level: number): string {
	const count = `%${level + 1}`;
	if (format === 'bullet') return '•';
	if (format === 'none') return '';
	if (!number) return `${count}.`;
	const shown = labelOf(value, format);
	const at = number.lastIndexOf(shown);
	return at < 0 ? number : number.slice(0, at) + count + number.slice(at + shown.length);
}

function begin(
	{ lists }: OpenSection,
	format: Format,
	text: string,
	start: number,
	level: number,
	indent: number
): string {
	const reference = `list-${lists.length + 1}`;
	const own = {
		level,
		format: formats[format],
		text,
		alignment: AlignmentType.LEFT,
		start,
		style: { paragraph: { indent: { left: indent, hanging: 425 } } }
	};
	lists.push({ reference, levels: [own] });
	return reference;
}

/** Its first paragraph has the sign, all else stands below it. */
function itemParts(
	paper: OpenSection,
	{ blocks }: Item,
	standing: Standing,
	numbering: NonNullable<Standing['numbering']>
): (Paragraph | Table)[] {
	const [first, ...rest] = blocks;
	const canCarry = first && first.kind !== 'list' && first.kind !== 'quote';
	const begin = canCarry
		? blockParts(paper, first, { ...standing, numbering })
		: [paragraph({ ...standing, numbering }, [])];
	return [...begin, ...(canCarry ? rest : blocks).flatMap((block) => blockParts(paper, block, standing))];
}
