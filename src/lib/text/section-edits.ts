import type { Block, Section, Text } from './block.ts';
import { hasChanges } from './difference-count.ts';
import { differenceOf } from './difference.ts';
import { lineageOf, type KeyedSection, type Line, type Lineage } from './lineage.ts';
import { alike } from './plain.ts';
import { newKeys, notesIn, renamed } from './sections.ts';
import { tidy } from './tidy.ts';

/*
 * What editors do to the sections of a document. Each act gives the new sections and how they descend from the old ones; a key that
 * is not there, or a place that makes no sense, is a RangeError. No act loses a word but `remove` and `change`.
 */

export interface Edit {
	sections: KeyedSection[];
	lineage: Lineage;
}

function placeOf(sections: KeyedSection[], key: string): number {
	const place = sections.findIndex((section) => section.key === key);
	if (place < 0) throw new RangeError(`there is no section ${key}`);
	return place;
}

const at = (sections: KeyedSection[], place: number) => sections[place] as KeyedSection;

/** Where the section and all below it end. */
function endOf(sections: KeyedSection[], place: number): number {
	const end = sections.findIndex((section, one) => one > place && section.level <= at(sections, place).level);
	return end < 0 ? sections.length : end;
}

/** No level is skipped. */
function levelled(sections: KeyedSection[]): KeyedSection[] {
	let most = 1;
	return sections.map((section) => {
		const level = Math.min(section.level, most);
		most = level + 1;
		return level === section.level ? section : { ...section, level };
	});
}

const keysOf = (sections: KeyedSection[]) => sections.map((section) => section.key);
const same = (key: string): Line => ({ from: key, to: key, isChanged: false, isMoved: false });

function editOf(
	before: KeyedSection[],
	sections: KeyedSection[],
	lines: Line[],
	reasons?: Map<string, string>
): Edit {
	return {
		sections: levelled(sections),
		lineage: lineageOf(keysOf(before), keysOf(sections), lines, reasons)
	};
}

/** Whether two sections differ in heading or text; a number is neither. */
export const isChanged = (before: Section, after: Section): boolean =>
	!alike(before.heading, after.heading) ||
	(JSON.stringify(before.text) !== JSON.stringify(after.text) &&
		hasChanges(differenceOf(before.text, after.text)));

/**
 * Parts a section before one of its blocks. The first part keeps key and heading, the second stands right behind it, so that the
 * words keep their order; what lies below the section lies below the second part then.
 */
export function split(
	sections: KeyedSection[],
	key: string,
	atBlock: number,
	newKey: string,
	heading: string
): Edit {
	const place = placeOf(sections, key);
	const section = at(sections, place);
	const { blocks, notes } = section.text;
	if (atBlock <= 0 || atBlock >= blocks.length)
		throw new RangeError(`section ${key} cannot be parted at ${atBlock}`);
	if (sections.some((one) => one.key === newKey))
		throw new RangeError(`there is a section ${newKey} already`);
	const [first, second] = [blocks.slice(0, atBlock), blocks.slice(atBlock)];
	const inSecond = notesIn(second, notes);
	const inFirst = notes.filter((note) => notesIn(first, notes).includes(note) || !inSecond.includes(note));
	const parts: KeyedSection[] = [
		{ ...section, text: tidy({ blocks: first, notes: inFirst }) },
		{ key: newKey, level: section.level, heading, text: tidy({ blocks: second, notes: inSecond }) }
	];
	const after = sections.toSpliced(place, 1, ...parts);
	return editOf(sections, after, [...keysOf(sections).map(same), { ...same(key), to: newKey }]);
}

/** A text with another behind it; notes that share a key by chance stay apart. */
function joinedTexts(one: Text, other: Text): Text {
	const keys = newKeys(other.notes, new Map(one.notes.map((note) => [note.key, note])));
	const own = renamed(other, keys);
	const known = new Set(one.notes.map((note) => note.key));
	const notes = [...one.notes, ...own.notes.filter((note) => !known.has(note.key))];
	return tidy({ blocks: [...one.blocks, ...own.blocks], notes });
}

/** Joins sections in the first of them. The headings of the others stay as words in bold. */
export function merge(sections: KeyedSection[], keys: string[]): Edit {
	const places = [...new Set(keys.map((key) => placeOf(sections, key)))].toSorted(
		(one, other) => one - other
	);
	const [first, ...others] = places.map((place) => at(sections, place));
	if (!first || others.length === 0) throw new RangeError('two sections at least are merged');
	const text = others.reduce((all, { heading, text: own }) => {
		const words: Block[] =
			heading === '' ? [] : [{ kind: 'paragraph', runs: [{ text: heading, marks: ['strong'] }] }];
		return joinedTexts(all, { blocks: [...words, ...own.blocks], notes: own.notes });
	}, first.text);
	const gone = new Set(others.map((section) => section.key));
	const after = sections
		.filter((section) => !gone.has(section.key))
		.map((section) => (section === first ? { ...section, text } : section));
	const lines = keysOf(sections).map((key) => (gone.has(key) ? { ...same(key), to: first.key } : same(key)));
	return editOf(sections, after, lines);
}

/** Puts a section, with all below it, before another or, without one, at the end; its level becomes `level`, or as near as can be. */
export function move(sections: KeyedSection[], key: string, before: string | undefined, level: number): Edit {
	const place = placeOf(sections, key);
	const end = endOf(sections, place);
	const moved = sections.slice(place, end);
	const others = sections.toSpliced(place, end - place);
	if (moved.some((section) => section.key === before))
		throw new RangeError('a section cannot go into itself');
	const target = before === undefined ? others.length : placeOf(others, before);
	const deeper = Math.max(1, level) - at(sections, place).level;
	const after = others.toSpliced(target, 0, ...moved.map((one) => ({ ...one, level: one.level + deeper })));
	return editOf(
		sections,
		after,
		keysOf(sections).map((one) => ({ ...same(one), isMoved: one === key }))
	);
}

/** Takes a section out with all below it. */
export function remove(sections: KeyedSection[], key: string, reason: string): Edit {
	const place = placeOf(sections, key);
	const gone = keysOf(sections.slice(place, endOf(sections, place)));
	const after = sections.filter((section) => !gone.includes(section.key));
	return editOf(sections, after, keysOf(after).map(same), new Map(gone.map((one) => [one, reason])));
}

/** Gives a section another heading, number or text. */
export function change(
	sections: KeyedSection[],
	key: string,
	to: Partial<Pick<Section, 'heading' | 'number' | 'text'>>
): Edit {
	const place = placeOf(sections, key);
	const section = at(sections, place);
	const heir = { ...section, ...to, ...(to.text ? { text: tidy(to.text) } : {}) };
	const lines = keysOf(sections).map((one) => ({
		...same(one),
		isChanged: one === key && isChanged(section, heir)
	}));
	return editOf(sections, sections.with(place, heir), lines);
}

/** Puts in a section that was not there, before another or at the end. */
export function add(sections: KeyedSection[], section: KeyedSection, before?: string): Edit {
	if (sections.some((one) => one.key === section.key))
		throw new RangeError(`there is a section ${section.key} already`);
	const place = before === undefined ? sections.length : placeOf(sections, before);
	return editOf(sections, sections.toSpliced(place, 0, section), keysOf(sections).map(same));
}
