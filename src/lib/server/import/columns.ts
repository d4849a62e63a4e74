import { legible } from '#lib/i18n/legible.ts';

/** A column a file may have. `words`: what its heading may be called; the first is the heading of the template. */
export interface ImportColumn<Key extends string = string> {
	key: Key;
	words: readonly string[];
	isRequired?: boolean;
}

/** What a heading means: the key of a column, null for one that is not taken over, undefined where nobody knows. */
export type Meaning = string | null | undefined;

interface Knowledge {
	columns: readonly ImportColumn[];
	/** Headings that our own files have and that are nobody's to say: they are left out without a question. */
	ours: readonly string[];
	/** What people said of headings before. */
	said: Record<string, string | null>;
}

/** More than any field takes: what is longer is cut here and refused by the check, which names the cell. */
const mostLetters = 6000;

/**
 * What the headings of a file mean: what was said of them before counts, then the words of the template and of our own
 * files; case, spaces, hyphens and stars do not matter. Of two columns that mean the same the first one does.
 */
export function meaningsOf(headings: readonly string[], { columns, ours, said }: Knowledge): Meaning[] {
	const words = new Map<string, string | null>(ours.map((word) => [whole(word), null]));
	for (const { key, words: named } of columns) for (const word of named) words.set(whole(word), key);
	const short = new Map(columns.flatMap(({ key, words }) => words.map((word) => [plain(word), key])));
	const keys = new Set(columns.map(({ key }) => key));
	const taken = new Set<string>();
	return headings.map((heading) => {
		if (!heading) return null;
		const before = said[rememberedAs(heading)];
		const isSaid = before === null || (before !== undefined && keys.has(before));
		const known = words.has(whole(heading)) ? words.get(whole(heading)) : short.get(plain(heading));
		const meaning = isSaid ? before : known;
		if (typeof meaning !== 'string') return meaning;
		if (taken.has(meaning)) return undefined;
		taken.add(meaning);
		return meaning;
	});
}

/** As `import_headings` keeps it. */
const rememberedAs = (heading: string) => heading.trim().slice(0, 200);

/** The headings of the template that must be there and that none of these means. */
export const missingIn = (meanings: readonly Meaning[], columns: readonly ImportColumn[]): string[] =>
	columns
		.filter(({ key, isRequired }) => isRequired && !meanings.includes(key))
		.map(({ words }) => words[0]!);

/** The cells of a line by the keys of their columns. */
export const textsOf = (meanings: readonly Meaning[], cells: readonly string[]): Record<string, string> =>
	Object.fromEntries(meanings.flatMap((key, n) => (key && cells[n] ? [[key, cells[n]]] : [])));

/** How many of these headings are wanted ones. */
export function knownHeadings(headings: string[], wanted: readonly string[]): number {
	const words = new Set(wanted.map(plain));
	return headings.filter((heading) => heading && words.has(plain(heading))).length;
}

/** What a cell says, and never half a letter at its end. */
export const inCell = (cell: string) => legible(cell).slice(0, mostLetters).toWellFormed();

/** "E-Mail *" and "e mail" are the same heading. */
export const plain = (word: string) => whole(word.replace(/\(.*?\)/g, ''));

/** The same, with what stands in brackets. */
const whole = (word: string) =>
	word
		.toLocaleLowerCase('de')
		.normalize('NFC')
		.replace(/[^\p{L}\p{N}]/gu, '');
