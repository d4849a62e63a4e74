import { legible } from '#lib/i18n/legible.ts';
import type { Block } from '#lib/text/block.ts';
import { headingBlock, isStrongLine, roleOf, strongOf } from './headings.ts';
import { assemble, type Line } from './lines.ts';
import { flow } from './read-docx-flow.ts';
import type { Numbered } from './read-docx-numbering.ts';
import { readInline, readMarker, type Draft } from './read-docx-runs.ts';
import { authorOf, wordsIn, type Source } from './read-docx-source.ts';
import { type ParagraphStyle } from './letters.ts';
import { indentOf, isOn, listOf, outlineOf, properties } from './read-docx-styles.ts';
import { readTable } from './read-docx-tables.ts';
import { trimmed } from './runs.ts';
import { contentsName, isSetApart, listName } from './style-names.ts';
import { attribute, child, elementsOf, type Element } from './xml.ts';

/** A paragraph whose end is not there any more, waiting for the one it is joined to. */
interface Carried {
	draft: Draft;
	element: Element;
	unit: number;
}

/**
 * Reads paragraphs and tables into lines.
 * @param isTop whether they are the body itself
 * @param step called for each of them
 */
export function readLines(source: Source, elements: Element[], isTop: boolean, step?: () => void): Line[] {
	const lines: Line[] = [];
	let carried: Carried | undefined;
	const flush = () => {
		if (carried) lines.push(...linesOf(source, carried.element, carried.draft, carried.unit, isTop));
		carried = undefined;
	};
	const inUnit = (read: (unit: number) => void) => (isTop ? source.reading.unit(read) : read(0));
	for (const element of flow(source, elements)) {
		step?.();
		switch (element.name) {
			case 'w:p':
				inUnit((unit) => {
					const draft = readParagraph(source, element, carried?.draft);
					if (joinsNext(source, element)) carried = { draft, element, unit };
					else {
						carried = undefined;
						lines.push(...linesOf(source, element, draft, unit, isTop));
					}
				});
				break;
			case 'w:tbl':
				flush();
				inUnit((unit) => lines.push(...readTable(source, element).map((line) => ({ ...line, unit }))));
				break;
			case 'w:altChunk':
				source.reading.lose('embedded', source.relations.get(attribute(element, 'r:id') ?? '')?.target);
				break;
			case 'm:oMathPara':
				source.reading.lose('equation', wordsIn(element));
				break;
			case 'w:sectPr':
				break;
			default:
				readMarker(source, element);
		}
	}
	flush();
	return lines;
}

function readParagraph(source: Source, element: Element, carried: Draft | undefined): Draft {
	const { styles, reading, view } = source;
	const { letters, names } = styles.paragraph(styleOf(element, view));
	const style = isSetApart(names)
		? { ...letters, strong: false, emphasis: false, underline: false }
		: letters;
	const draft: Draft = carried ?? { runs: [], after: [], letters: style, size: 0, isGlued: false };
	draft.letters = style;
	reading.paragraph(() => {
		const change = child(child(element, 'w:pPr'), 'w:pPrChange');
		if (change) {
			const { author, date } = authorOf(change);
			reading.change('paragraph_format', author, date, wordsIn(element).trim());
		}
		readInline(source, elementsOf(element), draft);
		tellEnd(source, element);
	});
	source.fields = source.fields.filter(({ isResult }) => isResult); // an instruction ends with its paragraph
	draft.isGlued = !isDropCap(element);
	return draft;
}

const styleOf = (element: Element, view: Source['view']) =>
	attribute(child(properties(element, 'w:pPr', view), 'w:pStyle'), 'w:val');

const markOf = (element: Element) => child(child(element, 'w:pPr'), 'w:rPr');

function tellEnd({ reading }: Source, element: Element) {
	for (const [name, kind] of [
		['w:ins', 'paragraph_insertion'],
		['w:del', 'paragraph_deletion']
	] as const) {
		const change = child(markOf(element), name);
		if (!change) continue;
		const { author, date } = authorOf(change);
		reading.change(kind, author, date, '');
	}
}

/** Whether its end is not there in what is read, so that the next paragraph goes on in the same line. */
function joinsNext({ view }: Source, element: Element): boolean {
	const gone = view === 'after' ? ['w:del', 'w:moveFrom'] : ['w:ins', 'w:moveTo'];
	return gone.some((name) => child(markOf(element), name)) || isDropCap(element);
}

const isDropCap = (element: Element) =>
	/^(drop|margin)$/.test(attribute(child(child(element, 'w:pPr'), 'w:framePr'), 'w:dropCap') ?? '');

function linesOf(source: Source, element: Element, draft: Draft, unit: number, isTop: boolean): Line[] {
	const { styles, view } = source;
	const direct = properties(element, 'w:pPr', view);
	const id = styleOf(element, view);
	const style = styles.paragraph(id);
	const numbered = numberOf(source, style, direct, id);
	const level = outlineOf(direct) ?? style.level ?? 0;
	const runs = trimmed(draft.runs);
	const isBlank = !runs.some((run) => 'note' in run || ('text' in run && legible(run.text).trim()));
	const after = draft.after.map((block): Line => ({ unit, block }));
	if (level && !isBlank) {
		const number = numbered?.label;
		const block = isTop ? headingBlock(runs, level, number) : strongOf(source.reading, runs, number);
		return [{ unit, block }, ...after];
	}
	if (contentsName.test(style.names[0] ?? '')) {
		source.reading.loseOnce('contents');
		return after;
	}
	const count = level ? undefined : numbered?.count;
	const indent = indentOf(direct);
	const isListed = listName.test(style.names[0] ?? '');
	const fromMargin = count
		? (indent ?? (listOf(direct)?.id ? numbered?.indent : style.indent) ?? numbered?.indent ?? 0)
		: (indent ?? (isListed ? style.indent : undefined));
	const place = fromMargin === undefined ? {} : { indent: fromMargin };
	const isCounted = count && count.format !== 'bullet';
	if (isBlank && !(isCounted || (count && after.length))) return after.map((line) => ({ ...line, ...place }));
	const role = roleOf(style.names);
	const line: Line = {
		unit,
		block: isBlank && after.length ? after.shift()!.block : { kind: 'paragraph', runs: isBlank ? [] : runs },
		...place,
		...(count && { count }),
		...(role && !count && { role }),
		...(isTop && !count && isStrongLine(runs) && { size: draft.size })
	};
	return [line, ...after.map((line) => ({ ...line, ...place }))];
}

function numberOf(
	{ numbering }: Source,
	style: ParagraphStyle,
	direct: Element | undefined,
	styleId: string | undefined
): Numbered | undefined {
	const own = listOf(direct);
	const id = own?.id ?? style.list?.id;
	if (id === undefined || !isOn(id)) return undefined;
	const tied = own?.id === undefined && styleId ? numbering.levelOfStyle(id, styleId) : undefined;
	return numbering.next(id, own?.level ?? tied ?? style.list?.level ?? 0);
}

/** Blocks in a cell, note or box. */
export const nestedBlocks = (source: Source, elements: Element[]): Block[] =>
	assemble(readLines(source, elements, false)).blocks;
