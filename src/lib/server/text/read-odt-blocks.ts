import { legible } from '#lib/i18n/legible.ts';
import type { Block } from '#lib/text/block.ts';
import { headingBlock, isStrongLine, roleOf, strongOf } from './headings.ts';
import { assemble, type Line } from './lines.ts';
import { beginRegion, deletionAt, endRegion } from './read-odt-changes.ts';
import { isDrawn, readDrawn } from './read-odt-drawings.ts';
import { readInline } from './read-odt-inline.ts';
import type { InList } from './read-odt-lists.ts';
import { isUnshown, wordsIn, type OdtDraft, type OdtSource } from './read-odt-source.ts';
import { readTable } from './read-odt-tables.ts';
import { trimmed } from './runs.ts';
import { contentsName, isSetApart, listName } from './style-names.ts';
import { attribute, child, elementsOf, type Element } from './xml.ts';

const made =
	/^text:(table-of-content|illustration-index|table-index|object-index|user-index|alphabetical-index)$/;

/** A paragraph whose end is not there in what is read, waiting for the one it is joined to. */
interface Carried {
	draft: OdtDraft;
	element: Element;
	unit: number;
	inList: InList | undefined;
}

/**
 * Reads paragraphs, lists and tables into lines.
 * @param isTop whether they are the body itself
 * @param step called for each paragraph and table
 */
export function readLines(source: OdtSource, elements: Element[], isTop: boolean, step?: () => void): Line[] {
	const { reading } = source;
	const lines: Line[] = [];
	let carried: Carried | undefined;
	const inUnit = (read: (unit: number) => void) => {
		step?.();
		if (isTop) reading.unit(read);
		else read(0);
	};
	const flush = () => {
		if (carried)
			lines.push(...linesOf(source, carried.element, carried.draft, carried.unit, isTop, carried.inList));
		carried = undefined;
	};

	function read(element: Element, inList: InList | undefined) {
		switch (element.name) {
			case 'text:p':
			case 'text:h':
				return inUnit((unit) => paragraph(element, inList, unit));
			case 'text:list':
				return list(element, inList);
			case 'text:numbered-paragraph':
				return void elementsOf(element).forEach((inner) => read(inner, inList));
			case 'text:section':
				return section(element, inList);
			case 'table:table':
				flush();
				return inUnit((unit) => lines.push(...readTable(source, element).map((line) => ({ ...line, unit }))));
			case 'text:change-start':
				return beginRegion(source, attribute(element, 'text:change-id') ?? '');
			case 'text:change-end':
				return endRegion(source, attribute(element, 'text:change-id') ?? '');
			case 'text:change':
				return deletionAt(source, attribute(element, 'text:change-id') ?? '', openDraft({})).forEach(
					(inner) => read(inner, inList)
				);
			case 'text:bibliography':
				return void elementsOf(child(element, 'text:index-body')).forEach((inner) => read(inner, inList));
			case 'office:forms':
				return element.children.length ? reading.loseOnce('form') : undefined;
			default:
				if (made.test(element.name)) return reading.loseOnce('contents');
				if (isDrawn(element))
					return inUnit((unit) =>
						lines.push(...readDrawn(source, element).map((block): Line => ({ unit, block })))
					);
				if (
					!/^text:(tracked-changes|\S+-decls|soft-page-break|index-title)$/.test(element.name) &&
					wordsIn(element).trim()
				)
					reading.lose('unknown', `${element.name}: ${wordsIn(element)}`);
		}
	}

	function section(element: Element, inList: InList | undefined) {
		const elsewhere = child(element, 'text:section-source');
		if (elsewhere) reading.lose('linked_part', attribute(elsewhere, 'xlink:href'));
		if (attribute(element, 'text:display') === 'none') return reading.lose('hidden_text', wordsIn(element));
		for (const inner of elementsOf(element)) read(inner, inList);
	}

	function list(element: Element, outer: InList | undefined) {
		const style = attribute(element, 'text:style-name') ?? outer?.style;
		const chain = outer?.chain ?? source.lists.chainOf(element, style);
		const level = outer ? outer.level + 1 : 0;
		for (const item of elementsOf(element)) {
			const isHeader = item.name === 'text:list-header';
			const inList = {
				chain,
				style,
				level,
				item: { start: attribute(item, 'text:start-value'), isCounted: isHeader }
			};
			for (const inner of elementsOf(item)) read(inner, inList);
		}
	}

	function paragraph(element: Element, inList: InList | undefined, unit: number) {
		const style = source.styles.paragraph(attribute(element, 'text:style-name'));
		const letters = isSetApart(style.names)
			? { ...style.letters, strong: false, emphasis: false, underline: false }
			: style.letters;
		const draft = carried?.draft ?? openDraft(letters);
		draft.letters = letters;
		carried = undefined;
		reading.paragraph(() =>
			readInline(source, element, draft, {
				letters: {},
				split: (content) => restore(content, draft, inList, unit)
			})
		);
		for (const open of source.open.values()) open.paragraphs++;
		if (isUnshown(source)) carried = { draft, element, unit, inList };
		else lines.push(...linesOf(source, element, draft, unit, isTop, inList));
		for (const { change } of source.open.values()) change.words += ' ';
	}

	/** What a deletion of several paragraphs has brought back; what follows goes on in the last of them. */
	function restore(content: Element[], draft: OdtDraft, inList: InList | undefined, unit: number) {
		content.forEach((element, index) => {
			const isText = /^text:[ph]$/.test(element.name);
			if (index > 0 || !isText) {
				lines.push(...linesOf(source, content[index - 1] ?? element, draft, unit, isTop, inList));
				Object.assign(draft, openDraft(draft.letters));
			}
			if (isText) readInline(source, element, draft, { letters: {}, split: () => undefined });
			else read(element, inList);
		});
	}

	for (const element of elements) read(element, undefined);
	flush();
	return lines;
}

const openDraft = (letters: OdtDraft['letters']): OdtDraft => ({
	runs: [],
	after: [],
	letters,
	size: 0,
	isGlued: false
});

function linesOf(
	source: OdtSource,
	element: Element,
	draft: OdtDraft,
	unit: number,
	isTop: boolean,
	inList: InList | undefined
): Line[] {
	const style = source.styles.paragraph(attribute(element, 'text:style-name'));
	const runs = trimmed(draft.runs);
	const isBlank = !runs.some((run) => 'note' in run || ('text' in run && legible(run.text).trim()));
	const after = draft.after.map((block): Line => ({ unit, block }));
	const outline = Number(attribute(element, 'text:outline-level')) || undefined;
	const level = element.name === 'text:h' ? (outline ?? style.level ?? 1) : (style.level ?? 0);
	if (level) {
		const number = numberOf(source, element, Math.min(level, 9), inList);
		if (isBlank) return after;
		const block = isTop
			? headingBlock(runs, Math.min(level, 9), number)
			: strongOf(source.reading, runs, number);
		return [{ unit, block }, ...after];
	}
	if (contentsName.test(style.names[0] ?? '')) {
		source.reading.loseOnce('contents');
		return after;
	}
	const numbered =
		inList && !inList.item.isCounted && !(isBlank && !after.length) ? source.lists.next(inList) : undefined;
	const isListed = listName.test(style.names[0] ?? '');
	const indent = inList
		? (numbered?.indent ?? source.lists.indent(inList))
		: (style.ownIndent ?? (isListed ? style.indent : undefined));
	if (inList && !isBlank) inList.item.isCounted = true;
	const place = indent === undefined ? {} : { indent };
	if (isBlank) {
		const [first, ...rest] = after;
		if (!first) return [];
		return [
			{ ...first, ...place, ...(numbered && { count: numbered.count }) },
			...rest.map((line) => ({ ...line, ...place }))
		];
	}
	const role = roleOf(style.names);
	const line: Line = {
		unit,
		block: { kind: 'paragraph', runs },
		...place,
		...(numbered && { count: numbered.count }),
		...(role && !inList && { role }),
		...(isTop && !inList && isStrongLine(runs) && { size: draft.size })
	};
	return [line, ...after.map((line) => ({ ...line, ...place }))];
}

/** As the file shows it, or counted: by its list, else by its level. */
function numberOf({ lists }: OdtSource, heading: Element, level: number, inList: InList | undefined): string {
	const shown = child(heading, 'text:number');
	const counted = inList
		? inList.item.isCounted
			? ''
			: lists.next(inList).label
		: attribute(heading, 'text:is-list-header') === 'true'
			? ''
			: lists.heading(
					level,
					attribute(heading, 'text:restart-numbering') === 'true'
						? (attribute(heading, 'text:start-value') ?? '1')
						: undefined
				);
	return shown ? wordsIn(shown).trim() : counted;
}

/** Blocks in a cell, note or box. */
export const nestedBlocks = (source: OdtSource, elements: Element[]): Block[] =>
	assemble(readLines(source, elements, false)).blocks;
