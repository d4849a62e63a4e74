import * as z from 'zod';

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

const text = z.string().max(100_000);
const address = z.string().max(2_000).refine(isAddress);
const key = z.string().regex(/^[a-z0-9-]{1,64}$/i);
/** Names of languages as in `lang` (BCP 47), e.g. `de-DE`, `de-x-leicht`. */
const language = z
	.string()
	.max(35)
	.regex(/^[a-z0-9]{1,8}(-[a-z0-9]{1,8})*$/i);

/**
 * A piece of running text: words that are set alike, an end of line, or the place of a note. Flat, with the link as a property:
 * two runs never cross.
 */
export type Run =
	| { text: string; marks?: Mark[]; href?: string; language?: string }
	| { break: true }
	/** The place of the note with this key in `Text.notes`. */
	| { note: string };

export const run: z.ZodType<Run> = z.union([
	z.strictObject({
		text,
		marks: z.array(z.enum(marks)).min(1).max(7).optional(),
		href: address.optional(),
		language: language.optional()
	}),
	z.strictObject({ break: z.literal(true) }),
	z.strictObject({ note: key })
]);

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

const runs = z.array(run).max(10_000);
const blocks: z.ZodType<Block[]> = z.lazy(() => z.array(block).max(5_000));
const cell: z.ZodType<Cell> = z.strictObject({
	blocks,
	columns: z.int().min(2).max(100).optional(),
	rows: z.int().min(2).max(1_000).optional(),
	isHead: z.literal(true).optional()
});
const rows = z.array(z.array(cell).max(100)).max(2_000);

export const block: z.ZodType<Block> = z.discriminatedUnion('kind', [
	z.strictObject({ kind: z.literal('paragraph'), runs }),
	z.strictObject({
		kind: z.literal('list'),
		format: z.enum(formats),
		start: z.int().min(0).max(100_000).optional(),
		items: z.array(z.strictObject({ number: z.string().max(40).optional(), blocks })).max(2_000)
	}),
	z.strictObject({ kind: z.literal('table'), caption: runs.optional(), head: rows, body: rows }),
	z.strictObject({
		kind: z.literal('image'),
		file: key,
		alt: z.string().max(1_000).optional(),
		caption: runs.optional()
	}),
	z.strictObject({ kind: z.literal('quote'), blocks }),
	z.strictObject({ kind: z.literal('box'), blocks }),
	z.strictObject({
		kind: z.literal('heading'),
		level: z.int().min(1).max(9),
		number: z.string().max(40).optional(),
		runs
	})
]) as z.ZodType<Block>;

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

const notes = z
	.array(z.strictObject({ key, place: z.enum(['foot', 'end']), blocks }))
	.max(1_000)
	.refine(
		(all) => new Set(all.map((note) => note.key)).size === all.length,
		'each note has a key of its own'
	);

/** Asks for the depth first: what lies too deep is never walked through by functions that call themselves. */
export const textSchema: z.ZodType<Text> = z
	.custom<unknown>((value) => depthOf(value) <= deepest, 'blocks lie too deep in each other')
	.pipe(z.strictObject({ blocks, notes }));

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
