import type { Format } from '#lib/text/block.ts';
import { lengthOf, type Letters, type ParagraphStyle } from './letters.ts';
import { codeName, headingName } from './style-names.ts';
import { attribute, child, childrenOf, elementsOf, within, type Element } from './xml.ts';

/** One level of a list, or of the numbering of headings. */
export interface ListLevel {
	format: Format;
	/** With `%1` for the number of the first level; empty where nothing is shown. */
	label: string;
	start: number;
	indent: number | undefined;
}

export interface OdtStyles {
	paragraph(name: string | undefined): ParagraphStyle & { ownIndent?: number | undefined };
	letters(name: string | undefined): Letters;
	list(name: string | undefined): Map<number, ListLevel>;
	/** The numbering of headings by their level alone. */
	outline: Map<number, ListLevel>;
	language: string | undefined;
}

/** @param roots of content.xml and styles.xml; what only one paragraph uses stands in the first */
export function readOdtStyles(roots: (Element | undefined)[]): OdtStyles {
	const named = new Map<string, Element>();
	const lists = new Map<string, Element>();
	const automatic = new Set<Element>();
	for (const root of roots)
		for (const group of ['office:styles', 'office:automatic-styles'])
			for (const style of elementsOf(child(root, group))) {
				const name = attribute(style, 'style:name') ?? '';
				if (style.name === 'text:list-style') lists.set(name, lists.get(name) ?? style);
				if (style.name !== 'style:style') continue;
				const key = keyOf(attribute(style, 'style:family'), name);
				if (named.has(key)) continue;
				named.set(key, style);
				if (group === 'office:automatic-styles') automatic.add(style);
			}
	const defaults = roots
		.flatMap((root) => childrenOf(child(root, 'office:styles'), 'style:default-style'))
		.find((style) => attribute(style, 'style:family') === 'paragraph');
	const outline = roots.flatMap((root) => childrenOf(child(root, 'office:styles'), 'text:outline-style'))[0];
	const paragraphs = new Map<string | undefined, ReturnType<OdtStyles['paragraph']>>();
	const spans = new Map<string | undefined, Letters>();
	const levels = new Map<string | undefined, Map<number, ListLevel>>();

	function chainOf(family: string, name: string | undefined): Element[] {
		const chain: Element[] = [];
		for (
			let next = named.get(keyOf(family, name ?? ''));
			next && !chain.includes(next) && chain.length < 20;
		) {
			chain.push(next);
			next = named.get(keyOf(family, attribute(next, 'style:parent-style-name') ?? ''));
		}
		return chain;
	}

	function paragraphOf(name: string | undefined) {
		const style: ReturnType<OdtStyles['paragraph']> = { names: [], letters: {} };
		for (const element of chainOf('paragraph', name)) {
			const isOwn = automatic.has(element);
			const called = shownName(element);
			if (!isOwn) style.names.push(called);
			const level = headingName.exec(called)?.[1] ?? attribute(element, 'style:default-outline-level');
			if (level !== undefined) style.level ??= Number(level) || 0;
			const indent = attribute(child(element, 'style:paragraph-properties'), 'fo:margin-left');
			if (indent !== undefined && isOwn) style.ownIndent ??= lengthOf(indent);
			if (indent !== undefined) style.indent ??= lengthOf(indent);
			style.letters = { ...odtLetters(child(element, 'style:text-properties')), ...style.letters };
		}
		return style;
	}

	function lettersOf(name: string | undefined): Letters {
		let letters: Letters = {};
		for (const element of chainOf('text', name)) {
			letters = { ...odtLetters(child(element, 'style:text-properties')), ...letters };
			if (codeName.test(shownName(element))) letters.isCode = true;
		}
		return letters;
	}

	return {
		paragraph: (name) => kept(paragraphs, name, paragraphOf),
		letters: (name) => kept(spans, name, lettersOf),
		list: (name) => kept(levels, name, (name) => levelsOf(lists.get(name ?? ''))),
		outline: levelsOf(outline),
		language: odtLetters(child(defaults, 'style:text-properties')).language
	};
}

const keyOf = (family: string | undefined, name: string) => `${family} ${name}`;

function kept<Value>(
	cache: Map<string | undefined, Value>,
	name: string | undefined,
	make: (name: string | undefined) => Value
): Value {
	const known = cache.get(name);
	if (known) return known;
	const made = make(name);
	cache.set(name, made);
	return made;
}

/** As people see it; without a name of its own, the one in the file, whose spaces are written as their numbers. */
const shownName = (style: Element) =>
	(attribute(style, 'style:display-name') ?? attribute(style, 'style:name') ?? '')
		.replace(/_([0-9a-f]{1,4})_/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
		.toLowerCase();

/** What a style's text properties say; nothing for what they leave open. */
function odtLetters(properties: Element | undefined): Letters {
	if (!properties) return {};
	const said = (name: string) => attribute(properties, name);
	const [weight, slant] = [said('fo:font-weight'), said('fo:font-style')];
	const through = said('style:text-line-through-style') ?? said('style:text-line-through-type');
	const [under, position] = [said('style:text-underline-style'), said('style:text-position')];
	const [language, country] = [said('fo:language'), said('fo:country')];
	const [font, size, display, behind] = [
		said('style:font-name'),
		said('fo:font-size'),
		said('text:display'),
		said('fo:background-color')
	];
	return {
		...(weight && { strong: weight === 'bold' || Number(weight) >= 600 }),
		...(slant && { emphasis: slant !== 'normal' }),
		...(through && { strike: through !== 'none' }),
		...(under && { underline: under !== 'none' }),
		...(position && { raised: raisedBy(position) }),
		...(display && { isHidden: display === 'none' }),
		...(language &&
			/^[a-z]{2,3}$/.test(language) && {
				language: country && country !== 'none' ? `${language}-${country}` : language
			}),
		...(font && { font }),
		...(size?.endsWith('pt') && { size: Math.round(parseFloat(size) * 2) }),
		...(behind && { highlight: behind === 'transparent' ? 'none' : behind })
	};
}

function raisedBy(position: string): NonNullable<Letters['raised']> {
	const [place = ''] = position.split(' ');
	if (place === 'super' || parseFloat(place) > 0) return 'superscript';
	return place === 'sub' || parseFloat(place) < 0 ? 'subscript' : 'none';
}

const formats: Record<string, Format> = {
	'1': 'decimal',
	a: 'lower-alpha',
	A: 'upper-alpha',
	i: 'lower-roman',
	I: 'upper-roman',
	'': 'none'
};

function levelsOf(style: Element | undefined): Map<number, ListLevel> {
	return new Map(
		elementsOf(style)
			.filter(({ name }) => name.includes('level-style'))
			.map((element) => {
				const level = Number(attribute(element, 'text:level') ?? 1);
				const format =
					element.name.endsWith('-number') || element.name.includes('outline')
						? (formats[attribute(element, 'style:num-format') ?? ''] ?? 'decimal')
						: 'bullet';
				return [
					level - 1,
					{
						format,
						label: format === 'bullet' ? '' : labelOfLevel(element, level, format),
						start: Number(attribute(element, 'text:start-value') ?? 1) || 0,
						indent: indentOfLevel(element)
					}
				];
			})
	);
}

function labelOfLevel(element: Element, level: number, format: Format): string {
	const pattern = attribute(element, 'loext:num-list-format');
	if (pattern !== undefined) return pattern.replace(/%(\d+)%/g, '%$1');
	const shown = Math.min(Number(attribute(element, 'text:display-levels') ?? 1) || 1, level);
	const numbers = Array.from({ length: shown }, (_, at) => `%${level - shown + 1 + at}`).join('.');
	const around = (name: string) => attribute(element, name) ?? '';
	return `${around('style:num-prefix')}${format === 'none' ? '' : numbers}${around('style:num-suffix')}`;
}

function indentOfLevel(element: Element): number | undefined {
	const properties = child(element, 'style:list-level-properties');
	const alignment = properties && within(properties, 'style:list-level-label-alignment').next().value;
	const newer = alignment && attribute(alignment, 'fo:margin-left');
	if (newer) return lengthOf(newer);
	const older = ['text:space-before', 'text:min-label-width'].map((name) => attribute(properties, name));
	return older.some(Boolean) ? older.reduce((sum, length) => sum + lengthOf(length ?? '0'), 0) : undefined;
}
