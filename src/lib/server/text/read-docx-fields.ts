import { isAddress } from '#lib/text/block.ts';
import { signOf } from './symbols.ts';
import type { Source } from './read-docx-source.ts';
import { attribute, child, childrenOf, elementsOf, within, type Element } from './xml.ts';

/** A field between its beginning and its end: an instruction, and behind it what it shows. */
export interface Field {
	end: Element;
	begin: Element;
	instruction: string;
	isResult: boolean;
	isDropped: boolean;
	href?: string | undefined;
}

/** Whether what stands here is not shown: an instruction, or the result of a field that is made anew. */
export const isUnshown = ({ fields }: Source) =>
	fields.some(({ isResult, isDropped }) => !isResult || isDropped);

/** Where each field that has an end begins; a beginning without one would swallow the rest of the text. */
export function fieldEnds(root: Element): Map<Element, Element> {
	const ends = new Map<Element, Element>();
	const open: Element[] = [];
	for (const sign of within(root, 'w:fldChar')) {
		const type = attribute(sign, 'w:fldCharType');
		if (type === 'begin') open.push(sign);
		const begin = type === 'end' ? open.pop() : undefined;
		if (begin) ends.set(begin, sign);
	}
	return ends;
}

/** Takes note of a sign of a field. @returns what the field shows, where that is known only by its instruction */
export function fieldSign(source: Source, sign: Element): string | undefined {
	const { fields, ends } = source;
	switch (attribute(sign, 'w:fldCharType')) {
		case 'begin': {
			const end = ends.get(sign);
			if (end) fields.push({ begin: sign, end, instruction: '', isResult: false, isDropped: false });
			return undefined;
		}
		case 'separate': {
			const field = fields.at(-1);
			if (!field || field.isResult) return undefined;
			field.isResult = true;
			Object.assign(field, effectOf(source, field.instruction));
			return undefined;
		}
		default: {
			const at = fields.findLastIndex(({ end }) => end === sign);
			const [field] = at < 0 ? [] : fields.splice(at);
			return field && (isUnshown(source) ? undefined : instead(source, field));
		}
	}
}

const unshown = /^(TC|XE|TA|RD|SET|ASK|ADVANCE|PRIVATE|NEXT|NEXTIF|SKIPIF)$/;

/** What the result of a field becomes: dropped, or a link. */
export function effectOf(
	source: Source,
	instruction: string
): { isDropped: boolean; href?: string | undefined } {
	const [name = '', ...words] = wordsOf(instruction);
	if (/^(TOC|INDEX|TOA)$/i.test(name)) {
		source.reading.loseOnce('contents', instruction);
		return { isDropped: true };
	}
	if (unshown.test(name.toUpperCase())) return { isDropped: true };
	if (name.toUpperCase() !== 'HYPERLINK') return { isDropped: false };
	let target = '';
	let anchor = '';
	for (let at = 0; at < words.length; at++) {
		const word = words[at]!;
		if (word === '\\l') anchor = words[++at] ?? '';
		else if (/^\\[ot]$/.test(word)) at++;
		else if (!word.startsWith('\\')) target ||= word;
	}
	return { isDropped: false, href: addressOf(source, target, anchor) };
}

const wordsOf = (instruction: string) =>
	[...instruction.matchAll(/"((?:[^"\\]|\\.)*)"|(\S+)/g)].map(
		([, quoted, bare]) => bare ?? quoted!.replace(/\\(.)/g, '$1')
	);

/** An address as a link may have it; else its words stay text, and the loss is told. */
export function addressOf(source: Source, target: string, anchor: string | undefined): string | undefined {
	const address = target.trim() + (anchor ? `#${anchor.replace(/^#/, '')}` : '');
	if (!address) return undefined;
	if (!isAddress(address) || address.length > 2000) return void source.reading.lose('address', address);
	if (address.startsWith('#')) source.reading.found.links.add(address.slice(1));
	return address;
}

/** What stands for a field without a result. */
function instead(source: Source, { begin, instruction, isResult }: Field): string | undefined {
	const { reading } = source;
	const [name = '', ...words] = wordsOf(instruction);
	const form = child(begin, 'w:ffData');
	switch (name.toUpperCase()) {
		case 'FORMCHECKBOX':
			return isTicked(form) ? '☒' : '☐';
		case 'FORMDROPDOWN':
			return isResult ? undefined : choiceOf(form);
	}
	if (isResult || unshown.test(name.toUpperCase())) return undefined;
	switch (name.toUpperCase()) {
		case 'MACROBUTTON':
		case 'GOTOBUTTON':
			return words.slice(1).join(' ');
		case 'SYMBOL': {
			const font = words[words.indexOf('\\f') + 1] ?? '';
			const sign = signOf(font, Number(words[0]));
			if (sign === undefined) reading.lose('symbol', `${font} ${words[0]}`);
			return sign;
		}
		case 'EQ':
			return void reading.lose('equation', instruction);
		default:
			return void (name && reading.lose('field', instruction));
	}
}

function isTicked(form: Element | undefined): boolean {
	const box = child(form, 'w:checkBox');
	const value = child(box, 'w:checked') ?? child(box, 'w:default');
	return value !== undefined && !/^(0|false|off)$/.test(attribute(value, 'w:val') ?? '1');
}

function choiceOf(form: Element | undefined): string | undefined {
	const list = child(form, 'w:ddList');
	const chosen = Number(attribute(child(list, 'w:result') ?? child(list, 'w:default'), 'w:val') ?? 0);
	return attribute(childrenOf(list, 'w:listEntry')[chosen], 'w:val');
}

/** Whether a content control holds what is made anew from the headings. */
export function isContents(control: Element): boolean {
	const gallery = child(child(child(control, 'w:sdtPr'), 'w:docPartObj'), 'w:docPartGallery');
	return elementsOf(control).length > 0 && /table of contents|index/i.test(attribute(gallery, 'w:val') ?? '');
}
