import type { View } from './document.ts';
import { codeName, headingName } from './style-names.ts';
import { lengthOf, type Letters, type ParagraphStyle } from './letters.ts';
import { attribute, child, childrenOf, type Element } from './xml.ts';

export interface Styles {
	paragraph(id: string | undefined): ParagraphStyle;
	letters(id: string | undefined): Letters;
	language: string | undefined;
	size: number;
}

/** @param root of styles.xml */
export function readStyles(root: Element | undefined): Styles {
	const all = new Map<string, Element>();
	let usual: string | undefined;
	for (const style of childrenOf(root, 'w:style')) {
		const id = attribute(style, 'w:styleId') ?? '';
		all.set(id, style);
		if (attribute(style, 'w:type') === 'paragraph' && isOn(attribute(style, 'w:default') ?? '0')) usual = id;
	}
	const defaults = child(child(child(root, 'w:docDefaults'), 'w:rPrDefault'), 'w:rPr');
	const paragraphs = new Map<string | undefined, ParagraphStyle>();
	const runs = new Map<string | undefined, Letters>();

	/** From the style itself up to what it is based on. */
	function chainOf(id: string | undefined): Element[] {
		const chain: Element[] = [];
		for (let next = all.get(id ?? ''); next && !chain.includes(next) && chain.length < 20;) {
			chain.push(next);
			next = all.get(attribute(child(next, 'w:basedOn'), 'w:val') ?? '');
		}
		return chain;
	}

	function paragraphOf(id: string | undefined): ParagraphStyle {
		const style: ParagraphStyle = { names: [], letters: {} };
		for (const element of chainOf(id)) {
			const name = nameOf(element);
			const properties = child(element, 'w:pPr');
			style.names.push(name);
			style.level ??= outlineOf(properties) ?? levelOf(name);
			const list = listOf(properties);
			if (list) style.list = { ...list, ...style.list };
			style.indent ??= indentOf(properties);
			style.letters = { ...lettersOf(child(element, 'w:rPr')), ...style.letters };
		}
		return style;
	}

	function lettersOfStyle(id: string | undefined): Letters {
		let letters: Letters = {};
		for (const element of chainOf(id)) {
			letters = { ...lettersOf(child(element, 'w:rPr')), ...letters };
			if (codeName.test(nameOf(element))) letters.isCode = true;
		}
		return letters;
	}

	return {
		paragraph: (id) => kept(paragraphs, all.has(id ?? '') ? id : usual, paragraphOf),
		letters: (id) => kept(runs, id, lettersOfStyle),
		language: attribute(child(defaults, 'w:lang'), 'w:val'),
		size: lettersOf(defaults).size ?? 20
	};
}

function kept<Key, Value>(cache: Map<Key, Value>, key: Key, make: (key: Key) => Value): Value {
	const known = cache.get(key);
	if (known) return known;
	const made = make(key);
	cache.set(key, made);
	return made;
}

const nameOf = (style: Element) => (attribute(child(style, 'w:name'), 'w:val') ?? '').toLowerCase();

function levelOf(name: string): number | undefined {
	const level = headingName.exec(name)?.[1];
	return level ? Number(level) : undefined;
}

/** The level a paragraph has in the outline: 1 to 9, or 0 for running text. */
export function outlineOf(properties: Element | undefined): number | undefined {
	const value = attribute(child(properties, 'w:outlineLvl'), 'w:val');
	if (value === undefined) return undefined;
	const level = Number(value);
	return level >= 0 && level <= 8 ? level + 1 : 0;
}

/** Which list a paragraph is in; id `0` takes it out of one. */
export function listOf(properties: Element | undefined): { id?: string; level?: number } | undefined {
	const list = child(properties, 'w:numPr');
	if (!list) return undefined;
	const id = attribute(child(list, 'w:numId'), 'w:val');
	const level = attribute(child(list, 'w:ilvl'), 'w:val');
	return { ...(id !== undefined && { id }), ...(level !== undefined && { level: Number(level) }) };
}

/** In twentieths of a point. */
export function indentOf(properties: Element | undefined): number | undefined {
	const indent = child(properties, 'w:ind');
	const written = attribute(indent, 'w:left') ?? attribute(indent, 'w:start');
	return written === undefined ? undefined : lengthOf(written);
}

/** The value of a switch that is on when it is there without one. */
export const isOn = (value: string | undefined) => !/^(0|false|off|none)$/i.test(value ?? '1');

/** What a run's or a style's properties say; nothing for what they leave open. */
export function lettersOf(properties: Element | undefined): Letters {
	const letters: Letters = {};
	for (const property of properties?.children ?? []) {
		if (typeof property === 'string') continue;
		const value = attribute(property, 'w:val');
		switch (property.name) {
			case 'w:b':
				letters.strong = isOn(value);
				break;
			case 'w:i':
				letters.emphasis = isOn(value);
				break;
			case 'w:strike':
			case 'w:dstrike':
				letters.strike = letters.strike || isOn(value);
				break;
			case 'w:u':
				letters.underline = isOn(value);
				break;
			case 'w:vertAlign':
				letters.raised = value === 'superscript' || value === 'subscript' ? value : 'none';
				break;
			case 'w:position': // how LibreOffice writes what is raised by a share of its size
				if (Math.abs(lengthOf(value ?? '')) >= 4)
					letters.raised ??= lengthOf(value!) > 0 ? 'superscript' : 'subscript';
				break;
			case 'w:vanish':
				letters.isHidden = isOn(value);
				break;
			case 'w:lang':
				if (value && /^[a-z]{2,3}(-|$)/i.test(value) && value !== 'zxx') letters.language = value;
				break;
			case 'w:rFonts': {
				const font = attribute(property, 'w:ascii') ?? attribute(property, 'w:hAnsi');
				if (font) letters.font = font;
				break;
			}
			case 'w:sz':
				letters.size = lengthOf(value ?? '') || 20;
				break;
			case 'w:highlight':
				letters.highlight = value ?? 'none';
				break;
		}
	}
	return letters;
}

/** A set of properties as it is, or as it was before it was changed. */
export function properties(element: Element, name: string, view: View): Element | undefined {
	const now = child(element, name);
	const change = view === 'before' ? child(now, `${name}Change`) : undefined;
	return change ? child(change, name) : now;
}
