import type { Text } from '#lib/text/block.ts';

/** Which state of a text with tracked changes is read: before them, or with all of them taken over. */
export type View = 'before' | 'after';

/**
 * What a file holds and the text does not, or not as it stood. Fonts, colours of letters, spacing, page and line breaks are
 * the look of a page, not of a text, and are not named.
 */
export type LossKind =
	| 'equation'
	| 'chart'
	/** SmartArt and the like. */
	| 'diagram'
	/** Lines, arrows, shapes without text. */
	| 'drawing'
	/** An object of another program, a file in the file. */
	| 'embedded'
	| 'macros'
	/** Not fetched: it lies elsewhere. */
	| 'linked_image'
	| 'linked_template'
	| 'linked_part'
	| 'picture_format'
	| 'picture_missing'
	| 'header'
	| 'footer'
	| 'hidden_text'
	/** A link to what is no public address; its words stay. */
	| 'address'
	/** A sign of a font that only that font has. */
	| 'symbol'
	/** A field without a shown result. */
	| 'field'
	/** Table of contents, index, list of figures: made anew from the headings. */
	| 'contents'
	/** A form's input; what it shows stays. */
	| 'form'
	/** Text that stands out by a colour behind it, which may mean something. */
	| 'highlight'
	/** A heading in a table, note or box has become a strong paragraph. */
	| 'heading_inside'
	| 'merged_cell'
	| 'too_deep'
	| 'too_long'
	| 'unknown'
	/** How many more losses or changes there are than are listed. */
	| 'unlisted';

export interface Place {
	/** Of `text.blocks`; the last one for what stands behind all. */
	block: number;
	/** The headings it stands below, from the highest down. */
	headings: string[];
	/** The innermost bookmark of a section around it. */
	bookmark?: string;
	/** The words it stands among. */
	words: string;
}

export interface Loss {
	what: LossKind;
	place: Place;
	/** Its own words, name or address. */
	detail?: string;
}

export interface Comment {
	author: string;
	initials?: string;
	/** As the file says it. Word writes local time and calls it UTC. */
	date?: string;
	text: string;
	/** The words it is about; empty when it is tied to a place only. */
	quote: string;
	isResolved: boolean;
	/** Index of the comment it answers. */
	parent?: number;
	/** The file does not say who is answered; it was found by the same words and a later date. */
	isParentGuessed?: true;
	/** Missing where the text it was about is gone. */
	place?: Place;
}

export type ChangeKind =
	| 'insertion'
	| 'deletion'
	| 'move_from'
	| 'move_to'
	| 'paragraph_insertion'
	| 'paragraph_deletion'
	| 'row_insertion'
	| 'row_deletion'
	| 'cell_insertion'
	| 'cell_deletion'
	| 'cell_merge'
	| 'format'
	| 'paragraph_format'
	| 'table_format'
	| 'section_format';

export interface Change {
	kind: ChangeKind;
	author: string;
	date?: string;
	/** What came, went, moved, or looks different. Empty for the end of a paragraph. */
	words: string;
	place: Place;
}

export const imageTypes = ['image/png', 'image/jpeg', 'image/webp'] as const;

export interface Picture {
	/** What image blocks call it. */
	key: string;
	bytes: Uint8Array;
	type: (typeof imageTypes)[number];
}

/** A paragraph that looks like a heading and is none. */
export interface Offer {
	block: number;
	level: number;
}

/** A bookmark that begins with `_` and was not made by the program itself, or one that a link leads to. */
export interface Bookmark {
	name: string;
	/** First and last block it reaches. A section's begins in its heading. */
	from: number;
	to: number;
}

export interface Properties {
	title?: string;
	author?: string;
	created?: string;
	/** The language of most of its words, e.g. `de`. */
	language?: string;
	custom: Record<string, string>;
}

/** A file as it was read. */
export interface ReadDocument {
	/** As it stands on the first page, which need not be what the properties say. */
	title?: string;
	text: Text;
	images: Picture[];
	comments: Comment[];
	changes: Change[];
	losses: Loss[];
	offers: Offer[];
	bookmarks: Bookmark[];
	properties: Properties;
}

/** How far a reading has come. */
export interface Progress {
	done: number;
	all: number;
}

/** The file cannot be read; `messageKey` says what to do. */
export class DocumentRefusal extends Error {
	readonly messageKey: string;

	constructor(messageKey: string) {
		super(messageKey);
		this.messageKey = messageKey;
	}
}
