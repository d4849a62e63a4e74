import { legible } from '#lib/i18n/legible.ts';
import type { Table } from './table.ts';

/** A column a file may have. `words`: what its heading may be called; the first is the heading of the template. */
export interface ImportColumn<Key extends string = string> {
	key: Key;
	words: readonly string[];
	isRequired?: boolean;
}

export interface Matched<Key extends string> {
	/** Rows by the columns' keys; columns nobody knows are left out. */
	rows: { number: number; texts: Partial<Record<Key, string>> }[];
	unknown: string[];
	missing: string[];
	repeated: string[];
}

/** More than any field takes: what is longer is cut here and refused by the check, which names the cell. */
const mostLetters = 6000;

/** Finds the columns of a table by their headings; case, spaces, hyphens and stars do not matter. */
export function matchColumns<Key extends string>(
	table: Table,
	columns: readonly ImportColumn<Key>[]
): Matched<Key> {
	const byWord = new Map(
		columns.flatMap(({ key, words }) => words.map((word) => [plain(word), key] as const))
	);
	const keys = table.headings.map((heading) => byWord.get(plain(heading)));
	const titleOf = (key: Key) => columns.find((column) => column.key === key)!.words[0]!;
	const given = keys.filter((key) => key !== undefined);
	return {
		rows: table.rows.map(({ number, cells }) => ({
			number,
			texts: Object.fromEntries(
				keys.flatMap((key, n) => (key && cells[n] ? [[key, inCell(cells[n])]] : []))
			) as Partial<Record<Key, string>>
		})),
		unknown: table.headings.filter((heading, n) => heading && !keys[n]),
		missing: columns
			.filter(({ key, isRequired }) => isRequired && !given.includes(key))
			.map(({ words }) => words[0]!),
		repeated: [...new Set(given.filter((key, n) => given.indexOf(key) !== n))].map(titleOf)
	};
}

/** How many of these headings are wanted ones. */
export function knownHeadings(headings: string[], wanted: readonly string[]): number {
	const words = new Set(wanted.map(plain));
	return headings.filter((heading) => words.has(plain(heading))).length;
}

/** Never half a letter at the end. */
const inCell = (cell: string) => legible(cell).slice(0, mostLetters).toWellFormed();

/** "E-Mail *" and "e mail" are the same heading. */
export const plain = (word: string) =>
	word
		.toLocaleLowerCase('de')
		.normalize('NFC')
		.replace(/\(.*?\)/g, '')
		.replace(/[^\p{L}\p{N}]/gu, '');
