import { Parser } from 'saxen';
import { DocumentRefusal } from './document.ts';
import { namespaces } from './namespaces.ts';

/** An element with the usual prefix of its namespace, whatever the file calls it. */
export interface Element {
	name: string;
	attributes: Readonly<Record<string, string>>;
	children: Node[];
}
export type Node = Element | string;

/** Twelve tables in each other take about sixty. */
const deepest = 200;
const none: Readonly<Record<string, string>> = Object.freeze({});
/** Left out while reading: they say which editing session wrote a letter, and take a third of the memory. */
const unread = /^(xmlns|w:rsid|w14:textId)/;
/** How it looks, and nothing else. */
const look =
	/^w:(proofErr|szCs|bCs|iCs|color|kern|spacing|jc|shd|tcBorders|tblBorders|tcMar|tblCellMar|tcW|noProof|lastRenderedPageBreak)$/;

/**
 * A part of an office file as a tree. Files with definitions of their own (DTD, entities) are refused: no office program
 * writes them, and they are how files ask for other files or grow without end.
 * @throws DocumentRefusal
 */
export function parse(bytes: Buffer): Element {
	const top: Element = { name: '', attributes: none, children: [] };
	const open = [top];
	const say = (text: string) => {
		const { children } = open.at(-1)!;
		if (typeof children.at(-1) === 'string') children[children.length - 1] += text;
		else children.push(text);
	};
	new Parser()
		.ns(namespaces)
		.on('openTag', (name, attributes, decode) => {
			const element = { name, attributes: decoded(attributes(), decode), children: [] };
			if (!look.test(name)) open.at(-1)!.children.push(element);
			if (open.push(element) > deepest) throw new DocumentRefusal('errors_document_unusual');
		})
		.on('closeTag', () => void open.pop())
		.on('text', (text, decode) => open.length > 1 && say(decode(text)))
		.on('cdata', (text) => open.length > 1 && say(text))
		.on('attention', (text) => {
			if (/^<!(DOCTYPE|ENTITY)/i.test(text)) throw new DocumentRefusal('errors_document_unusual');
		})
		.on('error', () => {
			throw new DocumentRefusal('errors_document_unreadable');
		})
		.on('warn', () => undefined) // an attribute too many is no reason
		.parse(decodedText(bytes));
	const root = top.children.find((child) => typeof child !== 'string');
	if (!root) throw new DocumentRefusal('errors_document_unreadable');
	return root;
}

/** Office programs write UTF-8; the standards also allow UTF-16. */
function decodedText(bytes: Buffer): string {
	if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
	if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
	return bytes.toString('utf8');
}

function decoded(given: Record<string, string>, decode: (text: string) => string) {
	let attributes: Record<string, string> | undefined;
	for (const name in given) if (!unread.test(name)) (attributes ??= {})[name] = decode(given[name]!);
	return attributes ?? none;
}

/** Its elements, without the text between them. */
export const elementsOf = (element: Element | undefined) =>
	(element?.children ?? []).filter((child) => typeof child !== 'string');

/** The first child of this name. */
export function child(element: Element | undefined, name: string): Element | undefined {
	for (const inner of element?.children ?? [])
		if (typeof inner !== 'string' && inner.name === name) return inner;
	return undefined;
}

/** The children of this name. */
export const childrenOf = (element: Element | undefined, name: string) =>
	elementsOf(element).filter((inner) => inner.name === name);

/** All elements of these names below, in their order, none within another one. */
export function* within(element: Element, ...names: string[]): Generator<Element> {
	for (const inner of elementsOf(element)) {
		if (names.includes(inner.name)) yield inner;
		else yield* within(inner, ...names);
	}
}

/** An attribute. */
export const attribute = (element: Element | undefined, name: string): string | undefined =>
	element?.attributes[name];

/** All its text, whatever it means. */
export const textIn = (element: Element): string =>
	element.children.map((inner) => (typeof inner === 'string' ? inner : textIn(inner))).join('');
