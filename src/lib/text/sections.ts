import type { Block, Note, Run, Section, Text } from './block.ts';
import type { Doubt } from './markdown-frames.ts';
import { fromMarkdown } from './markdown-in.ts';
import { toMarkdown } from './markdown-out.ts';
import { placesOf, tidy, tidyPlain } from './tidy.ts';

/*
 * A document as one text with headings, and as sections.
 */

type Heading = Extract<Block, { kind: 'heading' }>;
interface Part {
	heading?: Heading;
	blocks: Block[];
}

function partsOf(blocks: Block[]): Part[] {
	const parts: Part[] = [{ blocks: [] }];
	for (const block of blocks) {
		if (block.kind === 'heading') parts.push({ heading: block, blocks: [] });
		else parts.at(-1)?.blocks.push(block);
	}
	return parts.filter((part) => part.heading || part.blocks.length > 0);
}

/** A heading has no notes: their places go to the start of what stands below it. */
function withPlaces({ heading, blocks }: Part): Block[] {
	const places: Run[] = placesOf(heading ? [heading] : []).map((note) => ({ note }));
	const [first, ...others] = blocks;
	if (places.length === 0) return blocks;
	if (first?.kind === 'paragraph')
		return [{ kind: 'paragraph', runs: [...places, ...first.runs] }, ...others];
	return [{ kind: 'paragraph', runs: places }, ...blocks];
}

/** The notes that have a place in these blocks, or in such a note. */
export function notesIn(blocks: Block[], notes: Note[]): Note[] {
	const found = new Set<Note>();
	for (let inside = blocks; inside.length > 0;) {
		const keys = new Set(placesOf(inside));
		const more = notes.filter((note) => keys.has(note.key) && !found.has(note));
		for (const note of more) found.add(note);
		inside = more.flatMap((note) => note.blocks);
	}
	return [...found];
}

/**
 * Divides a text at its headings. No level is skipped: what stands below a chapter is one deeper, however its heading was set. Text
 * before the first heading is a section with the heading `preamble`. A note goes where its place is, into several sections where it
 * has several; one without a place goes to the last.
 */
export function sectionsOf(text: Text, preamble: string): Section[] {
	const { blocks, notes } = tidy(text);
	const above: number[] = [];
	const placed = new Set<Note>();
	const sections = partsOf(blocks).map((part): Section => {
		const { heading } = part;
		const inside = withPlaces(part);
		const own = notesIn(inside, notes);
		for (const note of own) placed.add(note);
		if (heading) {
			while ((above.at(-1) ?? 0) >= heading.level) above.pop();
			above.push(heading.level);
		}
		return {
			level: Math.max(1, above.length),
			...(heading?.number ? { number: heading.number } : {}),
			heading: heading ? tidyPlain(heading.runs) : preamble,
			text: tidy({ blocks: inside, notes: own })
		};
	});
	const left = notes.filter((note) => !placed.has(note));
	if (left.length === 0) return sections;
	const last = sections.pop() ?? { level: 1, heading: preamble, text: { blocks: [], notes: [] } };
	const inLast = notesIn(
		left.flatMap((note) => note.blocks),
		notes
	);
	const all = new Map([...last.text.notes, ...left, ...inLast].map((note) => [note.key, note]));
	return [...sections, { ...last, text: tidy({ blocks: last.text.blocks, notes: [...all.values()] }) }];
}

/** Gives every place and note the key it has now. */
export function renamed<T>(value: T, keys: Map<string, string>): T {
	return JSON.parse(JSON.stringify(value), (name, one: unknown) =>
		(name === 'note' || name === 'key') && typeof one === 'string' ? (keys.get(one) ?? one) : one
	) as T;
}

/** New keys for the notes of a section where one of them differs from a note that has its key already. */
export function newKeys(notes: Note[], taken: Map<string, Note>): Map<string, string> {
	const differs = (note: Note) => JSON.stringify(taken.get(note.key) ?? note) !== JSON.stringify(note);
	const keys = new Map<string, string>();
	if (!notes.some(differs)) return keys;
	const all = new Set([...taken.keys(), ...notes.map((note) => note.key)]);
	for (const { key } of notes.filter((note) => taken.has(note.key))) {
		let count = 2;
		while (all.has(`${key.slice(0, 58)}-${count}`)) count += 1;
		keys.set(key, `${key.slice(0, 58)}-${count}`);
		all.add(`${key.slice(0, 58)}-${count}`);
	}
	return keys;
}

/** The text of all sections. Where notes of two sections have one key and differ, the later ones get new keys. */
export function wholeOf(sections: Section[]): Text {
	const notes = new Map<string, Note>();
	const blocks = sections.flatMap(({ level, number, heading, text }): Block[] => {
		const keys = newKeys(text.notes, notes);
		const own = renamed(text, keys);
		for (const note of own.notes) notes.set(note.key, note);
		const runs = heading === '' ? [] : [{ text: heading }];
		return [
			{ kind: 'heading', level: Math.min(level, 9), ...(number ? { number } : {}), runs },
			...own.blocks
		];
	});
	return tidy({ blocks, notes: [...notes.values()] });
}

/** A whole document as Markdown. The keys of its sections are not part of it. */
export const markdownOf = (sections: Section[]): string => toMarkdown(wholeOf(sections));

/** Reads a whole document from Markdown; `preamble` is the heading of what stands before the first. */
export function sectionsFromMarkdown(
	source: string,
	preamble: string
): { sections: Section[]; doubts: Doubt[] } {
	const { text, doubts } = fromMarkdown(source);
	return { sections: sectionsOf(text, preamble), doubts };
}
