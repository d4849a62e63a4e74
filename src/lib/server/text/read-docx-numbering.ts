import type { Format } from '#lib/text/block.ts';
import { isPlainLabel, labelOf } from './labels.ts';
import type { Count } from './lines.ts';
import { indentOf } from './read-docx-styles.ts';
import { attribute, child, childrenOf, type Element } from './xml.ts';

interface Level {
	start: number;
	format: Format;
	/** With `%1` for the number of the first level. */
	label: string;
	/** 0 never begins anew; 2 begins anew behind level 1 or 2. */
	restart: number | undefined;
	isLegal: boolean;
	isPadded: boolean;
	indent: number | undefined;
	style: string | undefined;
}

interface Numbering {
	family: string;
	level(at: number): Level;
	startOverride(at: number): number | undefined;
	/** The level that a paragraph style is tied to. */
	levelOfStyle(style: string): number | undefined;
}

const formats: Record<string, Format> = {
	bullet: 'bullet',
	none: 'none',
	lowerLetter: 'lower-alpha',
	upperLetter: 'upper-alpha',
	lowerRoman: 'lower-roman',
	upperRoman: 'upper-roman'
};

/** A paragraph's number: how it is counted, what is shown, and how far its text is indented. */
export interface Numbered {
	count: Count;
	label: string;
	indent: number | undefined;
}

/**
 * Counts the paragraphs of a document, in their order.
 * @param root of numbering.xml
 */
export function openNumbering(root: Element | undefined) {
	const numberings = readNumberings(root);
	const values = new Map<string, (number | undefined)[]>();
	const overridden = new Set<string>();

	return {
		/** The level of this list that a style is tied to. */
		levelOfStyle: (id: string, style: string) => numberings.get(id)?.levelOfStyle(style),

		/** @param id of the list, @param at its level, from 0 */
		next(id: string, at: number): Numbered | undefined {
			const numbering = numberings.get(id);
			if (!numbering || !(at >= 0 && at <= 8)) return undefined;
			const { family } = numbering;
			const counts = values.get(family) ?? [];
			values.set(family, counts);
			const level = numbering.level(at);
			const override = numbering.startOverride(at);
			const isNew = override !== undefined && !overridden.has(`${id} ${at}`);
			overridden.add(`${id} ${at}`);
			const before = counts[at];
			counts[at] = isNew ? override : before === undefined ? level.start : before + 1;
			for (let below = at + 1; below < 9; below++) {
				const { restart } = numbering.level(below);
				if (restart === undefined || at + 1 <= restart) counts[below] = undefined;
			}
			const value = counts[at]!;
			const label = shown(numbering, counts, level);
			const isPlain =
				level.format === 'bullet' || (isPlainLabel(label, value, level.format) && !level.isPadded);
			return {
				count: {
					family,
					level: at,
					value,
					format: level.format,
					...(!isPlain && label && { number: label })
				},
				label: level.format === 'bullet' ? '' : label,
				indent: level.indent
			};
		}
	};
}

function shown(numbering: Numbering, counts: (number | undefined)[], { label, isLegal }: Level): string {
	return label
		.replace(/%([1-9])/g, (_, digit: string) => {
			const at = Number(digit) - 1;
			const { format, start, isPadded } = numbering.level(at);
			const value = counts[at] ?? start;
			if (isLegal) return String(value);
			return isPadded ? String(value).padStart(2, '0') : labelOf(value, format);
		})
		.trim();
}

function readNumberings(root: Element | undefined): Map<string, Numbering> {
	const abstracts = new Map(
		childrenOf(root, 'w:abstractNum').map((element) => [attribute(element, 'w:abstractNumId') ?? '', element])
	);
	const byStyle = new Map(
		[...abstracts].map(([id, element]) => [attribute(child(element, 'w:styleLink'), 'w:val') ?? '', id])
	);
	return new Map(
		childrenOf(root, 'w:num').map((element) => {
			const named = attribute(child(element, 'w:abstractNumId'), 'w:val') ?? '';
			const linked = attribute(child(abstracts.get(named), 'w:numStyleLink'), 'w:val');
			const family = (linked && byStyle.get(linked)) || named;
			return [attribute(element, 'w:numId') ?? '', numberingOf(family, abstracts.get(family), element)];
		})
	);
}

function numberingOf(family: string, abstract: Element | undefined, instance: Element): Numbering {
	const levels = new Map(childrenOf(abstract, 'w:lvl').map(byLevel));
	const starts = new Map<number, number>();
	for (const override of childrenOf(instance, 'w:lvlOverride')) {
		const at = Number(attribute(override, 'w:ilvl'));
		const own = child(override, 'w:lvl');
		if (own) levels.set(...byLevel(own));
		const start = attribute(child(override, 'w:startOverride'), 'w:val');
		if (start !== undefined) starts.set(at, countOf(start));
	}
	return {
		family,
		level: (at) => levels.get(at) ?? usual(at),
		startOverride: (at) => starts.get(at),
		levelOfStyle: (style) => [...levels].find(([, level]) => level.style === style)?.[0]
	};
}

const usual = (at: number): Level => ({
	start: 1,
	format: 'decimal',
	label: `%${at + 1}.`,
	restart: undefined,
	isLegal: false,
	isPadded: false,
	indent: undefined,
	style: undefined
});

const countOf = (written: string) => Math.min(Math.max(Math.trunc(Number(written)) || 0, 0), 100_000);

function byLevel(element: Element): [number, Level] {
	const value = (name: string) => attribute(child(element, name), 'w:val');
	const at = Number(attribute(element, 'w:ilvl'));
	const format = formatOf(element);
	const label = value('w:lvlText') ?? '';
	return [
		at,
		{
			start: countOf(value('w:start') ?? '0'),
			format: formats[format] ?? 'decimal',
			label: formats[format] === 'bullet' ? '' : label,
			restart: value('w:lvlRestart') === undefined ? undefined : Number(value('w:lvlRestart')),
			isLegal: child(element, 'w:isLgl') !== undefined,
			isPadded: format === 'decimalZero',
			indent: indentOf(child(element, 'w:pPr')),
			style: value('w:pStyle')
		}
	];
}

/** Newer formats are wrapped, with an older one for programs that do not know them. */
function formatOf(level: Element): string {
	const wrapped = child(child(level, 'mc:AlternateContent'), 'mc:Fallback');
	return attribute(child(level, 'w:numFmt') ?? child(wrapped, 'w:numFmt'), 'w:val') ?? 'decimal';
}
