import { legible } from '#lib/i18n/legible.ts';
import type { Block } from '#lib/text/block.ts';
import type { Bookmark, Properties, ReadDocument } from './document.ts';
import { assemble, type Assembled, type Line } from './lines.ts';
import { commentsOf, plainOf, type Reading } from './reading.ts';
import { openTidy, primaryOf } from './tidy.ts';

const mostNotes = 1_000;

/** The lines of a file as blocks, with everything that was found beside them in its place. */
export function finish(reading: Reading, lines: Line[], properties: Properties): ReadDocument {
	const { found } = reading;
	const { title, rest } = withoutTitle(lines);
	const { blocks, blockOf, offers } = assemble(rest);
	const language = mostUsed(found.languages);
	const tidy = openTidy(reading, language);
	const at = blockFinder(blockOf, blocks.length);

	for (const place of found.places) place.block = at.first(place.block);
	const bookmarks = [...found.bookmarks.values()]
		.filter(({ name }) => isKept(name, found.links))
		.map(({ name, from, to }) => ({ name, from: at.first(from), to: Math.max(at.first(from), at.last(to)) }));
	const text = {
		blocks: blocks.map((block, index) => tidy.block(block, 1, index)),
		notes: found.notes
			.slice(0, mostNotes)
			.map((note) => ({ ...note, blocks: tidy.blocks(note.blocks, 1, 0) }))
	};
	for (const [name, count] of Object.entries(found.unlisted)) {
		if (!count) continue;
		const place = { block: Math.max(blocks.length - 1, 0), headings: [], words: '' };
		found.losses.push({ what: 'unlisted', place, detail: `${name}: ${count}` });
	}
	const above = headingsAbove(text.blocks);
	for (const place of found.places) {
		place.headings = above[place.block] ?? [];
		const bookmark = innermost(bookmarks, place.block);
		if (bookmark) place.bookmark = bookmark;
		place.words = legible(place.words);
	}
	const comments = commentsOf(found);
	for (const comment of comments)
		Object.assign(comment, { text: legible(comment.text), quote: legible(comment.quote) });
	for (const change of found.changes) change.words = legible(change.words).trim();
	return {
		...(title && { title }),
		text,
		images: found.images,
		comments,
		changes: found.changes,
		losses: found.losses,
		offers,
		bookmarks,
		properties: { ...properties, ...(language && { language }) }
	};
}

/** The title on the first page names the text, and is no part of it. */
function withoutTitle(lines: Line[]): { title: string | undefined; rest: Line[] } {
	const at = lines.findIndex(({ role, block }) => role === 'title' || block.kind === 'heading');
	const first = lines[at];
	if (first?.role !== 'title' || first.block.kind !== 'paragraph') return { title: undefined, rest: lines };
	return {
		title: legible(plainOf(first.block.runs)).replace(/\s+/g, ' ').trim(),
		rest: lines.filter((line) => line !== first)
	};
}

/** By its letters, not by its setting: templates say what they like. */
function mostUsed(languages: Map<string, number>): string | undefined {
	const sums = new Map<string, number>();
	for (const [tag, count] of languages) sums.set(primaryOf(tag), (sums.get(primaryOf(tag)) ?? 0) + count);
	return [...sums].sort(([, a], [, b]) => b - a)[0]?.[0];
}

/**
 * From units to blocks. What has become no block of its own begins with the one behind it and ends with the one before;
 * nothing lies behind the last.
 */
function blockFinder(blockOf: Assembled['blockOf'], length: number) {
	const units = [...blockOf].sort(([a], [b]) => a - b);
	/** How many units come before this one. */
	function before(unit: number): number {
		let [low, high] = [0, units.length];
		while (low < high) {
			const middle = (low + high) >> 1;
			if (units[middle]![0] < unit) low = middle + 1;
			else high = middle;
		}
		return low;
	}
	return {
		first: (unit: number) => units[before(unit)]?.[1].first ?? Math.max(length - 1, 0),
		last: (unit: number) => units[before(unit + 1) - 1]?.[1].last ?? 0
	};
}

/** What the programs themselves put there, for contents, references, and where the cursor was. */
const theirs = /^_(toc|ref|hlk|goback|hlt|enref|_refheading)/i;

const isKept = (name: string, links: Set<string>) =>
	(name.startsWith('_') && !theirs.test(name)) || links.has(name);

/** The one that begins last, of those that reach over a block. */
function innermost(bookmarks: Bookmark[], block: number): string | undefined {
	return bookmarks.findLast(({ name, from, to }) => name.startsWith('_') && from <= block && block <= to)
		?.name;
}

/** For each block the headings it stands below, itself included. */
function headingsAbove(blocks: Block[]): string[][] {
	let path: { level: number; words: string }[] = [];
	return blocks.map((block) => {
		if (block.kind === 'heading')
			path = [
				...path.filter(({ level }) => level < block.level),
				{ level: block.level, words: plainOf(block.runs) }
			];
		return path.map(({ words }) => words);
	});
}
