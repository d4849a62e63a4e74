/*
 * What a text is made of, wherever it comes from (Word, ODT, Markdown, the editor) and wherever it goes (page, Word, PDF, Markdown,
 * a difference). One model, so that nothing is known by one reader and lost by the next writer.
 */

/** Whether a run is set apart. */
export const marks = [
	'strong',
	'emphasis',
	'underline',
	'strike',
	'superscript',
	'subscript',
	'code'
] as const;
export type Mark = (typeof marks)[number];

/** How the items of a list are counted; `none` is a list without any sign. */
export const formats = [
	'bullet',
	'decimal',
	'lower-alpha',
	'upper-alpha',
	'lower-roman',
	'upper-roman',
	'none'
] as const;
export type Format = (typeof formats)[number];

/** Addresses a link may lead to; everything else stays text. Fragments lead to a place in the same document. */
export const isAddress = (href: string) => /^(https?:\/\/|mailto:|tel:|#)/i.test(href);

/**
 * A piece of running text: words that are set alike, an end of line, or the place of a note. Flat, with the link as a property:
 * two runs never cross.
 */
export type Run =
	| { text: string; marks?: Mark[]; href?: string; language?: string }
	| { break: true }
	/** The place of the note with this key in `Text.notes`. */
	| { note: string };

export interface Item {
	/** What stands before it on paper where that is not its count, e.g. `§ 3`. */
	number?: string;
	blocks: Block[];
}

export interface Cell {
	blocks: Block[];
	/** Over how many columns and rows it reaches, where more than one. */
	columns?: number;
	rows?: number;
	/** A head within a row; the cells of `Table.head` are heads without it. */
	isHead?: true;
}

export type Block =
	| { kind: 'paragraph'; runs: Run[] }
	/** `start` is the count of the first item, 1 where it is left out. */
	| { kind: 'list'; format: Format; start?: number; items: Item[] }
	/** Rows of cells; the grid follows from their reach as in HTML. `caption` is what is shown, with its number. */
	| { kind: 'table'; caption?: Run[]; head: Cell[][]; body: Cell[][] }
	/** `file` is the key of an attachment; `alt` is missing until somebody says it, and empty for what only adorns. */
	| { kind: 'image'; file: string; alt?: string; caption?: Run[] }
	| { kind: 'quote'; blocks: Block[] }
	/** What stood in a frame or text box of its own. */
	| { kind: 'box'; blocks: Block[] }
	/** Only in texts that are not yet divided into sections. `number` is what is shown before it, e.g. `6.2.1`. */
	| { kind: 'heading'; level: number; number?: string; runs: Run[] };

/** The deepest that blocks may lie in each other: a list of lists of lists in a table is at home in offices, more is an attack. */
export const deepest = 12;

/**
 * How deep blocks lie in each other: 0 without any, 1 for a paragraph, 2 for one in a list. It stops counting beyond `deepest`, and
 * never calls itself, so that it may be asked about anything before it is read.
 */
export function depthOf(value: unknown): number {
	let depth = 0;
	let found: unknown[] = [value];
	for (let level = 0; found.length > 0; level++) {
		const isBlock = (one: unknown) => typeof one === 'object' && one !== null && 'kind' in one;
		const inside: unknown[] = [];
		/* Everything that belongs to the blocks of this level, down to the blocks of the next. */
		while (found.length > 0) {
			const one = found.pop();
			if (typeof one !== 'object' || one === null) continue;
			for (const part of Object.values(one)) (isBlock(part) ? inside : found).push(part);
		}
		if (inside.length > 0) depth = level + 1;
		if (depth > deepest) return depth;
		found = inside;
	}
	return depth;
}

export interface Note {
	key: string;
	/** Where it stands on paper. */
	place: 'foot' | 'end';
	blocks: Block[];
}

/** The text of one section, or of a whole document while it is not yet divided. */
export interface Text {
	blocks: Block[];
	/** In the order of their places. */
	notes: Note[];
}

/** A part of a document with a heading of its own. Everything below the next heading belongs to the next section. */
export interface Section {
	/** Stable from version to version; missing for what has just come in. */
	key?: string;
	/** 1 is a chapter. Never more than one deeper than the section before. */
	level: number;
	/** As shown, e.g. `6.2.1`; it takes no part in what a section is. */
	number?: string;
	/** In plain words: a heading is not set apart within itself. */
	heading: string;
	text: Text;
}
