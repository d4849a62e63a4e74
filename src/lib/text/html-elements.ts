import type { Format, Mark } from './block.ts';
import { signAt } from './numeral.ts';

/*
 * What single elements of HTML mean, as far as the clipboard brings them.
 */

/** HTML as a tree, wherever it was parsed. */
export type HtmlNode = string | HtmlElement;
export interface HtmlElement {
	/** In small letters. */
	name: string;
	attributes: Partial<Record<string, string>>;
	children: HtmlNode[];
}

/** What was left out, or became something else: headings are set bold. */
export type Loss = 'heading' | 'picture' | 'embedded' | 'form' | 'link' | 'rule' | 'hidden' | 'depth';

const blocks = new Set(
	(
		'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form ' +
		'h1 h2 h3 h4 h5 h6 header hgroup hr html li main menu nav ol p pre search section summary table tbody td tfoot th thead tr ul'
	).split(' ')
);
export const isBlockElement = ({ name }: HtmlElement) => blocks.has(name);

const skipped = new Set('base col colgroup head link meta noscript script style template title'.split(' '));

/** What is no part of a text, and the signs of list items that Word writes before them. */
export const isSkipped = (element: HtmlElement): boolean =>
	skipped.has(element.name) || /^ignore$/i.test(styleOf(element, 'mso-list') ?? '');

const lost: Partial<Record<string, Loss>> = {
	img: 'picture',
	picture: 'picture',
	svg: 'picture',
	canvas: 'picture',
	'v:imagedata': 'picture',
	audio: 'embedded',
	embed: 'embedded',
	iframe: 'embedded',
	math: 'embedded',
	object: 'embedded',
	video: 'embedded',
	button: 'form',
	input: 'form',
	select: 'form',
	textarea: 'form'
};
export const isLost = ({ name }: HtmlElement) => name in lost;
export const lossOf = ({ name }: HtmlElement): Loss => lost[name] ?? 'embedded';

/** What the style of an element says of one property, in small letters. */
export function styleOf({ attributes: { style = '' } }: HtmlElement, property: string): string | undefined {
	const found = style.split(';').map((one) => one.split(':'));
	return found
		.findLast(([name = '']) => name.trim().toLowerCase() === property)
		?.slice(1)
		.join(':')
		.trim()
		.toLowerCase();
}

export const isHidden = (element: HtmlElement) =>
	'hidden' in element.attributes ||
	styleOf(element, 'display') === 'none' ||
	styleOf(element, 'mso-hide') === 'all';

const markOf: Partial<Record<string, Mark>> = {
	b: 'strong',
	strong: 'strong',
	cite: 'emphasis',
	dfn: 'emphasis',
	em: 'emphasis',
	i: 'emphasis',
	var: 'emphasis',
	ins: 'underline',
	u: 'underline',
	del: 'strike',
	s: 'strike',
	strike: 'strike',
	sup: 'superscript',
	sub: 'subscript',
	code: 'code',
	kbd: 'code',
	pre: 'code',
	samp: 'code',
	tt: 'code'
};

/** Which marks an element sets, and which it takes away: Google writes everything into a `b` that is not bold. */
export function settingOf(element: HtmlElement): { set: Mark[]; unset: Mark[] } {
	const set: Mark[] = [];
	const unset: Mark[] = [];
	const say = (mark: Mark, is: boolean | undefined) => {
		if (is !== undefined) (is ? set : unset).push(mark);
	};
	const byName = markOf[element.name];
	const weight = styleOf(element, 'font-weight');
	const slant = styleOf(element, 'font-style');
	const line = styleOf(element, 'text-decoration') ?? styleOf(element, 'text-decoration-line');
	const height = styleOf(element, 'vertical-align');
	if (byName) set.push(byName);
	if (weight) say('strong', /^(bold|bolder|[6-9]00)$/.test(weight));
	if (slant) say('emphasis', /^(italic|oblique)/.test(slant));
	/* Links are underlined by themselves, and no page takes that away for words within. */
	if (line && element.name !== 'a') {
		if (line.includes('underline')) set.push('underline');
		if (line.includes('line-through')) set.push('strike');
	}
	if (height === 'super') set.push('superscript');
	if (height === 'sub') set.push('subscript');
	return { set: set.filter((mark) => !unset.includes(mark)), unset };
}

const formatsOf: Record<string, Format> = {
	'1': 'decimal',
	a: 'lower-alpha',
	A: 'upper-alpha',
	i: 'lower-roman',
	I: 'upper-roman',
	decimal: 'decimal',
	'lower-alpha': 'lower-alpha',
	'lower-latin': 'lower-alpha',
	'upper-alpha': 'upper-alpha',
	'upper-latin': 'upper-alpha',
	'lower-roman': 'lower-roman',
	'upper-roman': 'upper-roman'
};

/** How a list is counted. */
export function formatOf(list: HtmlElement): Format {
	if (list.name === 'ul') return 'bullet';
	return (
		formatsOf[styleOf(list, 'list-style-type') ?? ''] ?? formatsOf[list.attributes.type ?? ''] ?? 'decimal'
	);
}

/** How far a cell reaches, as far as the model knows. */
export function spanOf(cell: HtmlElement, name: 'colspan' | 'rowspan', most: number): number {
	const span = Number.parseInt(cell.attributes[name] ?? '1');
	return span >= 1 && span <= most ? span : 1;
}

export interface ItemSign {
	level: number;
	format: Format;
	start: number;
}

/** What Word says of a paragraph that is an item of a list: its level, and the sign that it wrote before it. */
export function itemSignOf(element: HtmlElement): ItemSign | undefined {
	const [, level] = /\blevel(\d)/.exec(styleOf(element, 'mso-list') ?? '') ?? [];
	if (!level) return undefined;
	const sign = signIn(element.children).trim();
	const [, digits] = /^(?:\d+\.)*(\d{1,5})[.)]?$/.exec(sign) ?? [];
	if (digits) return { level: Number(level), format: 'decimal', start: Number(digits) };
	const [, letters] = /^\(?([a-z]{1,5})[.)]$/i.exec(sign) ?? [];
	const known = letters && (signAt(`(${letters})`) ?? signAt(`${letters})`));
	/* A single letter but `i` counts as a letter: lists seldom come as far as the hundredth. */
	const counted = known && letters.length === 1 && !/^i$/i.test(letters) ? signAt(`${letters})`) : known;
	return counted
		? { level: Number(level), format: counted.format, start: counted.count }
		: { level: Number(level), format: 'bullet', start: 1 };
}

function signIn(html: HtmlNode[]): string {
	for (const node of html) {
		if (typeof node === 'string') continue;
		if (isSkipped(node)) return wordsIn(node);
		const sign = signIn(node.children);
		if (sign) return sign;
	}
	return '';
}

const wordsIn = (node: HtmlNode): string =>
	typeof node === 'string' ? node : node.children.map(wordsIn).join('');
