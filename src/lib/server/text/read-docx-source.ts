import type { Block } from '#lib/text/block.ts';
import type { View } from './document.ts';
import type { Field } from './read-docx-fields.ts';
import type { openNumbering } from './read-docx-numbering.ts';
import type { Styles } from './read-docx-styles.ts';
import type { Reading } from './reading.ts';
import { attribute, childrenOf, elementsOf, child, type Element } from './xml.ts';

export interface Relation {
	/** The last part of its type, e.g. `image`. */
	type: string;
	target: string;
	isExternal: boolean;
}

/** The parts of a Word file while its body is read. */
export interface Source {
	reading: Reading;
	view: View;
	styles: Styles;
	numbering: ReturnType<typeof openNumbering>;
	/** Of the part that is being read. */
	relations: Map<string, Relation>;
	notes: Record<'foot' | 'end', { elements: Map<string, Element>; relations: Map<string, Relation> }>;
	isInNote: boolean;
	/** Fields that are open, from the outermost. */
	fields: Field[];
	/** Where each field that has an end begins. */
	ends: Map<Element, Element>;
	/** @returns the key of a picture, or undefined with the loss told */
	picture(path: string, name: string | undefined): string | undefined;
	/** Blocks in a cell, note or box. */
	nested(elements: Element[]): Block[];
}

const understood = /^(wps|wpg|wpc|wp14|w14|w15|w16\w*|a14|v)$/;

/** The branch of an alternative that is shown here. */
export function chosen(alternative: Element): Element | undefined {
	const isUnderstood = (choice: Element) =>
		(attribute(choice, 'Requires') ?? '').split(/\s+/).every((prefix) => understood.test(prefix));
	return childrenOf(alternative, 'mc:Choice').find(isUnderstood) ?? child(alternative, 'mc:Fallback');
}

/** Elements of these names that are shown, none within another one. */
export function* shownWithin(element: Element, ...names: string[]): Generator<Element> {
	for (const inner of elementsOf(element.name === 'mc:AlternateContent' ? chosen(element) : element)) {
		if (names.includes(inner.name)) yield inner;
		else yield* shownWithin(inner, ...names);
	}
}

const signs: Record<string, string> = {
	'w:tab': '\t',
	'w:ptab': '\t',
	'w:br': ' ',
	'w:cr': ' ',
	'w:noBreakHyphen': '\u2011'
};

/** All words below, also deleted ones; a paragraph ends with a line end. */
export function wordsIn(element: Element): string {
	let words = '';
	for (const inner of elementsOf(element.name === 'mc:AlternateContent' ? chosen(element) : element)) {
		if (inner.name === 'w:t' || inner.name === 'w:delText' || inner.name === 'm:t')
			words += wordsOfText(inner);
		else if (inner.name === 'w:p') words += `${wordsIn(inner)}\n`;
		else words += signs[inner.name] ?? wordsIn(inner);
	}
	return words;
}

/** Without `xml:space` the spaces around it are those of the file, not of the text. */
export function wordsOfText(element: Element): string {
	const words = element.children.filter((inner) => typeof inner === 'string').join('');
	const even = words.replace(/[\r\n]+/g, ' ');
	return attribute(element, 'xml:space') === 'preserve' ? even : even.replace(/^[ \t]+|[ \t]+$/g, '');
}

/** Who changed something, and when. */
export const authorOf = (element: Element) => ({
	author: attribute(element, 'w:author') ?? '',
	date: attribute(element, 'w:date')
});
