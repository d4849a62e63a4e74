import type { Block, Run } from '#lib/text/block.ts';
import type { ChangeKind } from './document.ts';
import { isDrawn, readDrawn } from './read-docx-drawings.ts';
import { addressOf, effectOf, fieldSign, isContents, isUnshown } from './read-docx-fields.ts';
import { authorOf, chosen, wordsIn, wordsOfText, type Source } from './read-docx-source.ts';
import { together, type Letters } from './letters.ts';
import { lettersOf, properties } from './read-docx-styles.ts';
import { addText } from './reading.ts';
import { marksOf, wouldGlue } from './runs.ts';
import { signOf } from './symbols.ts';
import { attribute, child, elementsOf, within, type Element } from './xml.ts';

/** A paragraph in the making. */
export interface Draft {
	runs: Run[];
	/** Pictures and boxes that hang on it; they follow it. */
	after: Block[];
	/** How its style sets letters. */
	letters: Letters;
	/** The largest letters in it, in half points. */
	size: number;
	/** Joined to the paragraph before, whose end was deleted: words must not glue. */
	isGlued: boolean;
}

const ignored =
	/^(w:pPr|w:rPr|w:proofErr|w:perm(Start|End)|w:(moveFrom|moveTo|customXml\w+)Range(Start|End)|w:sdt(Pr|EndPr)|w:smartTagPr|w:customXmlPr|w:lastRenderedPageBreak|w:annotationRef|w:footnoteRef|w:endnoteRef|w:separator|w:continuationSeparator|w:softHyphen|w:instrText|w:delInstrText|w:fldChar|w:fldData|w:pgNum|w:tbl(Pr|Grid|PrEx)|w:tr?cPr|w:trPr|w:tcPr)$/;

/** Reads what stands in a line of text. */
export function readInline(source: Source, elements: Element[], draft: Draft, href?: string) {
	for (const element of elements) readPart(source, element, draft, href);
}

function readPart(source: Source, element: Element, draft: Draft, href: string | undefined) {
	const { reading, view } = source;
	const inside = (inner: Element | undefined) => readInline(source, elementsOf(inner), draft, href);
	switch (element.name) {
		case 'w:r':
			return readRun(source, element, draft, href);
		case 'w:hyperlink':
			return readInline(source, elementsOf(element), draft, linkOf(source, element) ?? href);
		case 'w:ins':
		case 'w:moveTo':
		case 'w:del':
		case 'w:moveFrom': {
			tellChange(source, element);
			const isShown = /^w:(ins|moveTo)$/.test(element.name) === (view === 'after');
			if (isShown) inside(element);
			else for (const inner of within(element, ...Object.keys(changes))) tellChange(source, inner);
			return reading.changeShown();
		}
		case 'w:sdt':
			if (isContents(element)) return reading.loseOnce('contents');
			return inside(child(element, 'w:sdtContent'));
		case 'w:smartTag':
		case 'w:customXml':
		case 'w:bdo':
		case 'w:dir':
			return inside(element);
		case 'w:fldSimple': {
			const { isDropped, href: target } = effectOf(source, attribute(element, 'w:instr') ?? '');
			return isDropped ? undefined : readInline(source, elementsOf(element), draft, target ?? href);
		}
		case 'm:oMath':
		case 'm:oMathPara':
			return readEquation(source, element, draft);
		case 'mc:AlternateContent':
			return inside(chosen(element));
		case 'w:subDoc':
			return reading.lose('linked_part', source.relations.get(attribute(element, 'r:id') ?? '')?.target);
		default:
			readMarker(source, element);
	}
}

const changes: Record<string, ChangeKind> = {
	'w:ins': 'insertion',
	'w:del': 'deletion',
	'w:moveFrom': 'move_from',
	'w:moveTo': 'move_to'
};

function tellChange({ reading }: Source, element: Element) {
	const { author, date } = authorOf(element);
	reading.change(changes[element.name]!, author, date, wordsIn(element));
}

/** Beginnings and ends of bookmarks and comments; they stand anywhere. */
export function readMarker({ reading }: Source, element: Element) {
	const id = attribute(element, 'w:id') ?? '';
	switch (element.name) {
		case 'w:bookmarkStart':
			return reading.openBookmark(id, attribute(element, 'w:name') ?? '');
		case 'w:bookmarkEnd':
			return reading.closeBookmark(id);
		case 'w:commentRangeStart':
			return reading.openReach(id);
		case 'w:commentRangeEnd':
			return reading.closeReach(id);
		default:
			if (ignored.test(element.name)) return;
			if (wordsIn(element).trim()) reading.lose('unknown', `${element.name}: ${wordsIn(element)}`);
	}
}

function linkOf(source: Source, element: Element): string | undefined {
	const relation = source.relations.get(attribute(element, 'r:id') ?? '');
	return addressOf(source, relation?.target ?? '', attribute(element, 'w:anchor'));
}

/** A row of letters and numbers reads as it stands; anything built (fractions, roots) does not. */
function readEquation(source: Source, element: Element, draft: Draft) {
	const words = wordsIn(element);
	const isRow = (inner: Element): boolean =>
		elementsOf(inner).every(
			(part) => /^(m:r|m:oMathParaPr|m:ctrlPr)$/.test(part.name) || (part.name === 'm:oMath' && isRow(part))
		);
	if (isRow(element)) say(source, draft, words, {}, undefined);
	else source.reading.lose('equation', words);
}

function readRun(source: Source, run: Element, draft: Draft, href: string | undefined) {
	const { reading, styles, view } = source;
	const change = child(child(run, 'w:rPr'), 'w:rPrChange');
	if (change && !isUnshown(source)) {
		const { author, date } = authorOf(change);
		reading.change('format', author, date, wordsIn(run));
	}
	const direct = properties(run, 'w:rPr', view);
	const style = styles.letters(attribute(child(direct, 'w:rStyle'), 'w:val'));
	const letters = together(draft.letters, style, lettersOf(direct));
	if (letters.isHidden && wordsIn(run).trim() && !isUnshown(source))
		reading.lose('hidden_text', wordsIn(run));
	for (const element of elementsOf(run)) readSign(source, element, draft, letters, href);
	if (change) reading.changeShown();
}

function readSign(
	source: Source,
	element: Element,
	draft: Draft,
	letters: Letters,
	href: string | undefined
) {
	const { reading } = source;
	if (element.name === 'w:fldChar') {
		const shown = fieldSign(source, element);
		if (shown && !letters.isHidden) say(source, draft, shown, letters, href);
		return;
	}
	const field = source.fields.at(-1);
	if (element.name === 'w:instrText' && field && !field.isResult) field.instruction += wordsOfText(element);
	if (element.name === 'w:commentReference') return reading.refer(attribute(element, 'w:id') ?? '');
	if (isUnshown(source) || letters.isHidden) return;
	if (isDrawn(element)) return void draft.after.push(...readDrawn(source, element));
	const link = href ?? source.fields.findLast(({ href }) => href)?.href;
	switch (element.name) {
		case 'w:t':
		case 'w:delText':
			return say(source, draft, withSigns(source, wordsOfText(element), letters), letters, link);
		case 'w:tab':
		case 'w:ptab':
			return say(source, draft, '\t', letters, link);
		case 'w:noBreakHyphen':
			return say(source, draft, '\u2011', letters, link);
		case 'w:br':
		case 'w:cr':
			if (/^(page|column)$/.test(attribute(element, 'w:type') ?? '')) return;
			draft.runs.push({ break: true });
			return reading.say(' ');
		case 'w:sym':
			return say(source, draft, symbolOf(source, element), letters, link);
		case 'w:footnoteReference':
		case 'w:endnoteReference':
			return readNote(source, element, draft);
		case 'w:ruby':
			return readInline(source, elementsOf(child(element, 'w:rubyBase')), draft, href);
		case 'mc:AlternateContent':
			for (const inner of elementsOf(chosen(element))) readSign(source, inner, draft, letters, href);
			return;
		default:
			readMarker(source, element);
	}
}

function readNote(source: Source, reference: Element, draft: Draft) {
	const place = reference.name === 'w:footnoteReference' ? 'foot' : 'end';
	const { elements, relations } = source.notes[place];
	const element = elements.get(attribute(reference, 'w:id') ?? '');
	if (!element || source.isInNote) return;
	const note = source.reading.note(place);
	draft.runs.push({ note: note.key });
	const outer = source.relations;
	const fields = source.fields;
	Object.assign(source, { relations, fields: [], isInNote: true });
	note.blocks = source.nested(elementsOf(element));
	Object.assign(source, { relations: outer, fields, isInNote: false });
}

const hex = (element: Element, name: string) => parseInt(attribute(element, name) ?? '', 16);

function symbolOf(source: Source, element: Element): string {
	const font = attribute(element, 'w:font') ?? '';
	const code = hex(element, 'w:char');
	const sign = Number.isNaN(code) ? undefined : signOf(font, code);
	if (sign === undefined) source.reading.lose('symbol', `${font} ${attribute(element, 'w:char')}`);
	return sign ?? '';
}

/** Letters of picture fonts that were typed as text lie in a range of their own. */
function withSigns(source: Source, words: string, { font = '' }: Letters): string {
	return words.replace(/[\uf020-\uf0ff]/g, (letter) => {
		const sign = signOf(font, letter.charCodeAt(0)) ?? signOf('Symbol', letter.charCodeAt(0));
		if (sign === undefined) source.reading.lose('symbol', `${font} ${letter.charCodeAt(0).toString(16)}`);
		return sign ?? '';
	});
}

function say(source: Source, draft: Draft, words: string, letters: Letters, href: string | undefined) {
	if (!words) return;
	const { reading, styles } = source;
	if (letters.highlight && letters.highlight !== 'none') reading.loseOnce('highlight', letters.highlight);
	const set = marksOf(letters, href !== undefined);
	const language = letters.language ?? styles.language;
	const glue = draft.isGlued && wouldGlue(draft.runs, words) ? ' ' : '';
	draft.isGlued = false;
	draft.size = Math.max(draft.size, letters.size ?? styles.size);
	addText(draft.runs, {
		text: glue + words,
		...(set.length && { marks: set }),
		...(href !== undefined && { href }),
		...(language && { language })
	});
	reading.say(glue + words, language);
}
