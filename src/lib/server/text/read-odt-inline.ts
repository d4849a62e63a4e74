import { isAddress } from '#lib/text/block.ts';
import { together, type Letters } from './letters.ts';
import { beginRegion, deletionAt, endRegion } from './read-odt-changes.ts';
import { isDrawn, readDrawn } from './read-odt-drawings.ts';
import { isUnshown, linesIn, wordsIn, type OdtDraft, type OdtSource } from './read-odt-source.ts';
import { marksOf, wouldGlue } from './runs.ts';
import { addText } from './reading.ts';
import { attribute, child, childrenOf, elementsOf, textIn, type Element } from './xml.ts';

/** What a deletion has brought back: the paragraph before it is complete, and goes on in the last one of these. */
export type Split = (content: Element[]) => void;

interface Standing {
	letters: Letters;
	href?: string | undefined;
	/** Called where a deletion that was more than words is read as it was. */
	split: Split;
}

const ignored =
	/^(text:(soft-page-break|number|reference-mark\S*|toc-mark\S*|user-index-mark\S*|alphabetical-index-mark\S*|hidden-paragraph|sequence-decls|variable-decls|user-field-decls|database-\S+|note-citation|bibliography-mark-x)|office:forms|svg:\S+|field:fieldmark-(separator|end))$/;

/** Reads what stands in a paragraph. */
export function readInline(source: OdtSource, element: Element, draft: OdtDraft, standing: Standing) {
	for (const inner of element.children) {
		if (typeof inner === 'string') say(source, draft, inner.replace(/[ \t\r\n]+/g, ' '), standing);
		else readPart(source, inner, draft, standing);
	}
}

function readPart(source: OdtSource, element: Element, draft: OdtDraft, standing: Standing) {
	const { reading, styles } = source;
	if (isDrawn(element)) return void (isUnshown(source) || draft.after.push(...readDrawn(source, element)));
	switch (element.name) {
		case 'text:span': {
			const letters = { ...standing.letters, ...styles.letters(attribute(element, 'text:style-name')) };
			if (letters.isHidden && wordsIn(element).trim()) return reading.lose('hidden_text', wordsIn(element));
			return readInline(source, element, draft, { ...standing, letters });
		}
		case 'text:a':
			return readInline(source, element, draft, {
				...standing,
				href: addressOf(source, element) ?? standing.href
			});
		case 'text:s': {
			const count = Math.min(Number(attribute(element, 'text:c') ?? 1) || 1, 100);
			return say(source, draft, ' '.repeat(count), standing);
		}
		case 'text:tab':
			return say(source, draft, '\t', standing);
		case 'text:line-break':
			if (isUnshown(source)) return;
			draft.runs.push({ break: true });
			return reading.say(' ');
		case 'text:note':
			return void (isUnshown(source) || readNote(source, element, draft));
		case 'office:annotation':
			return readRemark(source, element);
		case 'office:annotation-end':
			return reading.closeReach(attribute(element, 'office:name') ?? '');
		case 'text:bookmark':
		case 'text:bookmark-start':
			reading.openBookmark(attribute(element, 'text:name') ?? '', attribute(element, 'text:name') ?? '');
			return element.name === 'text:bookmark'
				? reading.closeBookmark(attribute(element, 'text:name') ?? '')
				: undefined;
		case 'text:bookmark-end':
			return reading.closeBookmark(attribute(element, 'text:name') ?? '');
		case 'text:change-start':
			return beginRegion(source, attribute(element, 'text:change-id') ?? '');
		case 'text:change-end':
			return endRegion(source, attribute(element, 'text:change-id') ?? '');
		case 'text:change':
			return readDeleted(source, element, draft, standing);
		case 'text:ruby':
			return readInline(source, child(element, 'text:ruby-base') ?? element, draft, standing);
		case 'text:hidden-text':
			return reading.lose('hidden_text', attribute(element, 'text:string-value'));
		case 'text:script':
			return reading.loseOnce('macros');
		case 'field:fieldmark':
		case 'field:fieldmark-start':
			return readFormField(source, element, draft, standing);
		default:
			// fields of all kinds show what is in them
			if (/^(text|loext|presentation):/.test(element.name) && !ignored.test(element.name))
				return readInline(source, element, draft, standing);
			if (!ignored.test(element.name) && textIn(element).trim())
				reading.lose('unknown', `${element.name}: ${textIn(element)}`);
	}
}

function readDeleted(source: OdtSource, element: Element, draft: OdtDraft, standing: Standing) {
	const content = deletionAt(source, attribute(element, 'text:change-id') ?? '', draft);
	if (!content.length) return;
	const [first] = content;
	if (content.length === 1 && /^text:[ph]$/.test(first!.name))
		return readInline(source, first!, draft, standing);
	standing.split(content);
}

function readNote(source: OdtSource, element: Element, draft: OdtDraft) {
	const note = source.reading.note(attribute(element, 'text:note-class') === 'endnote' ? 'end' : 'foot');
	draft.runs.push({ note: note.key });
	note.blocks = source.nested(elementsOf(child(element, 'text:note-body')));
}

function readRemark({ reading }: OdtSource, element: Element) {
	const said = (...names: string[]) =>
		names.map((name) => child(element, name)).find((inner) => inner && textIn(inner).trim());
	const text = (inner: Element | undefined) => (inner ? textIn(inner).trim() : undefined);
	const name = attribute(element, 'office:name');
	const id = name ?? `annotation-${reading.found.remarks.length + 1}`;
	reading.found.remarks.push({
		id,
		author: text(said('dc:creator')) ?? '',
		initials: text(said('meta:creator-initials', 'loext:sender-initials')),
		date: text(said('dc:date')),
		text: linesIn(element),
		isResolved: attribute(element, 'loext:resolved') === 'true',
		parent: attribute(element, 'loext:parent-name')
	});
	if (name === undefined) reading.refer(id);
	else reading.openReach(id);
}

function addressOf({ reading }: OdtSource, element: Element): string | undefined {
	const address = (attribute(element, 'xlink:href') ?? '').trim();
	if (!address) return undefined;
	if (!isAddress(address) || address.length > 2000) return void reading.lose('address', address);
	if (address.startsWith('#')) reading.found.links.add(address.slice(1));
	return address;
}

function readFormField(source: OdtSource, element: Element, draft: OdtDraft, standing: Standing) {
	if (!attribute(element, 'field:type')?.endsWith('FORMCHECKBOX'))
		return readInline(source, element, draft, standing);
	const ticked = childrenOf(element, 'field:param').some(
		(one) => attribute(one, 'field:name') === 'Checkbox_Checked' && attribute(one, 'field:value') === 'true'
	);
	return say(source, draft, ticked ? '☒' : '☐', standing);
}

function say(source: OdtSource, draft: OdtDraft, words: string, { letters: own, href }: Standing) {
	if (!words) return;
	const { reading, styles } = source;
	for (const { change } of source.open.values()) change.words += words;
	if (isUnshown(source)) return;
	const letters = together(draft.letters, own, own);
	if (letters.highlight && letters.highlight !== 'none') reading.loseOnce('highlight', letters.highlight);
	const set = marksOf(letters, href !== undefined);
	const language = letters.language ?? styles.language;
	const glue = draft.isGlued && wouldGlue(draft.runs, words) ? ' ' : '';
	draft.isGlued = false;
	draft.size = Math.max(draft.size, letters.size ?? 24);
	addText(draft.runs, {
		text: glue + words,
		...(set.length && { marks: set }),
		...(href !== undefined && { href }),
		...(language && { language })
	});
	reading.say(glue + words, language);
}
