import type { Block, Run } from '#lib/text/block.ts';
import type { Change, View } from './document.ts';
import type { Letters } from './letters.ts';
import type { OdtRegion } from './read-odt-changes.ts';
import type { openLists } from './read-odt-lists.ts';
import type { OdtStyles } from './read-odt-styles.ts';
import type { Reading } from './reading.ts';
import { elementsOf, type Element } from './xml.ts';

/** A paragraph of an OpenDocument text in the making. */
export interface OdtDraft {
	runs: Run[];
	after: Block[];
	letters: Letters;
	size: number;
	isGlued: boolean;
}

/** The parts of an OpenDocument text while its body is read. */
export interface OdtSource {
	reading: Reading;
	view: View;
	styles: OdtStyles;
	lists: ReturnType<typeof openLists>;
	/** Tracked changes by their id. */
	regions: Map<string, OdtRegion>;
	/** Insertions and changes of form that are open where the reading stands. */
	open: Map<string, { region: OdtRegion; change: Change; paragraphs: number }>;
	/** Media types of the parts, by their path. */
	types: Map<string, string>;
	picture(path: string, name: string | undefined): string | undefined;
	/** Blocks in a cell, note or box. */
	nested(elements: Element[]): Block[];
}

/** Whether what stands here was not there before. */
export const isUnshown = ({ view, open }: OdtSource) =>
	view === 'before' && [...open.values()].some(({ region }) => region.kind === 'insertion');

const signs: Record<string, string> = { 'text:tab': '\t', 'text:line-break': ' ', 'text:s': ' ' };
const beside = /^(text:(note|number|tracked-changes)|office:annotation|svg:(title|desc))$/;

/** All words below; a paragraph ends with a line end. Notes and comments are no words of the text. */
export function wordsIn(element: Element): string {
	let words = '';
	for (const inner of element.children) {
		if (typeof inner === 'string') words += inner.replace(/\s+/g, ' ');
		else if (inner.name === 'text:p' || inner.name === 'text:h') words += `${wordsIn(inner)}\n`;
		else if (!beside.test(inner.name)) words += signs[inner.name] ?? wordsIn(inner);
	}
	return words;
}

/** The paragraphs and headings of an element, one a line. */
export const linesIn = (element: Element) =>
	elementsOf(element)
		.filter(({ name }) => /^text:(p|h|list)$/.test(name))
		.map(wordsIn)
		.join('\n')
		.replace(/\n+/g, '\n')
		.trim();
