import type { Block, Note, Run } from '#lib/text/block.ts';
import {
	DocumentRefusal,
	type Bookmark,
	type Change,
	type ChangeKind,
	type Comment,
	type Loss,
	type LossKind,
	type Picture,
	type Place,
	type View
} from './document.ts';

/** A comment's own data, before its place is known. */
export interface Remark {
	id: string;
	author: string;
	initials?: string | undefined;
	date?: string | undefined;
	text: string;
	isResolved: boolean;
	parent?: string | undefined;
}

/** Where a comment reaches: in signs from the beginning. */
export interface Reach {
	from: number;
	to: number;
	quote: string;
	place: Place;
}

interface Stretch {
	text: string;
	places: { place: Place; at: number }[];
}

/** What is handed over is bounded: whoever takes it does other work as well. A thousand pages have 50,000 paragraphs. */
const most = { paragraphs: 100_000, losses: 2_000, changes: 20_000 };
const longestWords = 120;
const longestQuote = 2000;
const longestDetail = 300;

export type Reading = ReturnType<typeof openReading>;

/**
 * What one reading of a file has found so far, beside its lines. `unit` counts the outermost elements of the body; places
 * keep it instead of their block until the blocks are known.
 */
export function openReading(view: View) {
	const found = {
		losses: [] as Loss[],
		changes: [] as Change[],
		remarks: [] as Remark[],
		reaches: new Map<string, Reach>(),
		notes: [] as Note[],
		images: [] as Picture[],
		bookmarks: new Map<string, Bookmark>(),
		places: [] as Place[],
		languages: new Map<string, number>(),
		links: new Set<string>(),
		/** How many more there are than are listed. */
		unlisted: { losses: 0, changes: 0 }
	};
	const openReaches = new Set<Reach>();
	const openBookmarks = new Map<string, Bookmark>();
	const once = new Set<string>();
	/** What stands between paragraphs is told with the words of the next one. */
	let stretch: Stretch = { text: '', places: [] };
	let isInParagraph = false;
	let unit = -1;
	let isBetween = true;
	let said = 0;
	let paragraphs = 0;
	/** Whose changes belong to the row they are in. */
	let hushed: string | undefined;
	let lastChange: { change: Change; stretch: Stretch; said: number } | undefined;

	function place(): Place {
		const made: Place = { block: Math.max(unit, 0), headings: [], words: '' };
		found.places.push(made);
		stretch.places.push({ place: made, at: stretch.text.length });
		return made;
	}

	function lose(what: LossKind, detail?: string) {
		if (found.losses.length >= most.losses) return void found.unlisted.losses++;
		const words = detail?.replace(/\s+/g, ' ').trim().slice(0, longestDetail);
		found.losses.push({ what, place: place(), ...(words && { detail: words }) });
	}

	return {
		view,
		found,
		lose,

		/** As `lose`, for what would be told again and again. */
		loseOnce(what: LossKind, detail?: string) {
			const key = `${what} ${detail}`;
			if (once.has(key)) return;
			once.add(key);
			lose(what, detail);
		},

		/** Goes on to the next outermost element, reads it, and comes out again. */
		unit<Result>(read: (unit: number) => Result): Result {
			unit++;
			isBetween = false;
			const result = read(unit);
			isBetween = true;
			return result;
		},

		/** Reads one paragraph; a box or note within it has paragraphs of its own. */
		paragraph<Result>(read: () => Result): Result {
			if (++paragraphs > most.paragraphs) throw new DocumentRefusal('errors_document_too_large_inside');
			const outer = stretch;
			const wasIn = isInParagraph;
			stretch = { text: '', places: wasIn ? [] : outer.places };
			isInParagraph = true;
			for (const reach of openReaches) if (reach.quote) reach.quote += ' ';
			const result = read();
			for (const { place, at } of stretch.places) place.words = wordsAround(stretch.text, at);
			stretch = wasIn ? outer : { text: '', places: [] };
			isInParagraph = wasIn;
			return result;
		},

		/** Words that are shown. */
		say(words: string, language?: string) {
			stretch.text += words;
			said += words.length;
			for (const reach of openReaches) if (reach.quote.length < longestQuote) reach.quote += words;
			if (language) found.languages.set(language, (found.languages.get(language) ?? 0) + words.length);
		},

		/**
		 * What is put down without a break in between is one change, however many pieces the file has.
		 * @param isApart whether it is a piece of its own all the same
		 */
		change(
			kind: ChangeKind,
			author: string,
			date: string | undefined,
			words: string,
			isApart = false
		): Change {
			const change: Change = {
				kind,
				author,
				...(date && { date }),
				words,
				place: { block: 0, headings: [], words: '' }
			};
			if (author === hushed) return change;
			const last = lastChange?.change;
			if (
				!isApart &&
				last?.kind === kind &&
				last.author === author &&
				last.date === date &&
				lastChange?.stretch === stretch &&
				lastChange.said === said
			) {
				last.words += words;
				return last;
			}
			if (found.changes.length >= most.changes) return (found.unlisted.changes++, change);
			change.place = place();
			found.changes.push(change);
			lastChange = { change, stretch, said };
			return change;
		},

		/** Reads a row that came or went as a whole: what its author changed in it is that change. */
		asOne<Result>(author: string | undefined, read: () => Result): Result {
			const outer = hushed;
			hushed = author ?? hushed;
			const result = read();
			hushed = outer;
			return result;
		},

		/** To be called behind the words of a change that are shown. */
		changeShown() {
			if (lastChange) lastChange.said = said;
		},

		openReach(id: string) {
			if (found.reaches.has(id)) return;
			const reach: Reach = { from: said, to: said, quote: '', place: place() };
			found.reaches.set(id, reach);
			openReaches.add(reach);
		},

		closeReach(id: string) {
			const reach = found.reaches.get(id);
			if (!reach || !openReaches.delete(reach)) return;
			reach.to = said;
		},

		/** Where a comment without a range stands. */
		refer(id: string) {
			if (found.reaches.has(id)) return;
			found.reaches.set(id, { from: said, to: said, quote: '', place: place() });
		},

		/** LibreOffice writes one that reaches over paragraphs as two beginnings and one end. */
		openBookmark(id: string, name: string) {
			const from = isBetween ? unit + 1 : unit;
			const known = found.bookmarks.get(name);
			const bookmark = known ?? { name, from, to: from };
			openBookmarks.set(id, bookmark);
			found.bookmarks.set(name, bookmark);
		},

		/** One that ends where a paragraph begins does not reach into it. */
		closeBookmark(id: string) {
			const bookmark = openBookmarks.get(id);
			if (!bookmark) return;
			openBookmarks.delete(id);
			const isAtStart = !isBetween && isInParagraph && stretch.text === '';
			bookmark.to = Math.max(bookmark.from, isAtStart ? unit - 1 : unit);
		},

		/** @returns its key, to be filled with `fillNote` */
		note(place: Note['place']): Note {
			const note: Note = { key: `n${found.notes.length + 1}`, place, blocks: [] };
			found.notes.push(note);
			return note;
		}
	};
}

function wordsAround(text: string, at: number): string {
	const from = Math.max(0, at - longestWords / 2);
	return text
		.slice(from, from + longestWords)
		.replace(/\s+/g, ' ')
		.trim();
}

/** A comment of the file with its place, in the order of the text; answers stand behind what they answer. */
export function commentsOf({ remarks, reaches }: Reading['found']): Comment[] {
	const reachOf = (remark: Remark) => reaches.get(remark.id);
	const from = (remark: Remark) => reachOf(remark)?.from ?? Infinity;
	const date = ({ date }: Remark) => date ?? '';
	const sorted = [...remarks].sort((a, b) => from(a) - from(b) || (date(a) < date(b) ? -1 : 1));
	const guessed = remarks.some(({ parent }) => parent !== undefined) ? new Map() : threadsOf(sorted, reaches);
	const byId = new Map(sorted.map((remark, index) => [remark.id, index]));
	return sorted.map((remark) => {
		const reach = reachOf(remark) ?? (remark.parent ? reaches.get(remark.parent) : undefined);
		const guess: string | undefined = guessed.get(remark.id);
		const parent = byId.get(remark.parent ?? guess ?? '');
		return {
			author: remark.author,
			...(remark.initials && { initials: remark.initials }),
			...(remark.date && { date: remark.date }),
			text: remark.text,
			quote: (reach?.quote ?? '').trim(),
			isResolved: remark.isResolved,
			...(parent !== undefined && { parent }),
			...(guess !== undefined && { isParentGuessed: true as const }),
			...(reach && { place: reach.place })
		};
	});
}

/**
 * Programs that do not know answers write them as comments on the same words. Whoever wrote there first is answered by all
 * others.
 */
function threadsOf(sorted: Remark[], reaches: Map<string, Reach>): Map<string, string> {
	const firsts = new Map<string, string>();
	const parents = new Map<string, string>();
	for (const { id } of sorted) {
		const reach = reaches.get(id);
		if (!reach || reach.from === reach.to) continue;
		const where = `${reach.from}-${reach.to}`;
		const first = firsts.get(where);
		if (first === undefined) firsts.set(where, id);
		else parents.set(id, first);
	}
	return parents;
}

/** A piece of running text, joined to the one before when it is set alike. */
export function addText(runs: Run[], piece: Extract<Run, { text: string }>) {
	const last = runs.at(-1);
	if (last && 'text' in last && isAlike(last, piece)) last.text += piece.text;
	else runs.push({ ...piece });
}

type Words = Extract<Run, { text: string }>;

const isAlike = (one: Words, other: Words) =>
	one.href === other.href &&
	one.language === other.language &&
	String(one.marks ?? '') === String(other.marks ?? '');

/** The words of a text, without what sets them apart. */
export const plainOf = (runs: readonly Run[]) =>
	runs.map((run) => ('text' in run ? run.text : 'break' in run ? ' ' : '')).join('');

/** The words in a block and all that lies in it. */
export function wordsOf(block: Block): string {
	const all = (blocks: Block[]) => blocks.map(wordsOf).join(' ');
	switch (block.kind) {
		case 'paragraph':
		case 'heading':
			return plainOf(block.runs);
		case 'list':
			return block.items.map(({ blocks }) => all(blocks)).join(' ');
		case 'table':
			return [...block.head, ...block.body]
				.map((row) => row.map(({ blocks }) => all(blocks)).join(' '))
				.join(' ');
		case 'image':
			return block.alt ?? '';
		default:
			return all(block.blocks);
	}
}
