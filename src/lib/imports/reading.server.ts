import { locales } from '#lib/i18n/paraglide/runtime.js';
import { plain } from '#lib/server/import/columns.ts';

/** A word that may stand in a cell: its key, and how people write it. */
export interface Choice {
	key: string;
	words: string[];
}

const indexes = new WeakMap<Choice[], Map<string, string>>();

/** Made once for a list: a file asks for its words some thousand times. The first meaning of a word counts. */
function indexOf(choices: Choice[]): Map<string, string> {
	const known = indexes.get(choices);
	if (known) return known;
	const index = new Map<string, string>();
	for (const { key, words } of choices)
		for (const word of [key, ...words]) if (!index.has(plain(word))) index.set(plain(word), key);
	indexes.set(choices, index);
	return index;
}

/** The key of what somebody wrote; what nobody knows stays as it stands, and is shown as such. */
export const chosen = (text: string, choices: Choice[]): string => indexOf(choices).get(plain(text)) ?? text;

/** Several of them, parted by semicolons or lines, or by commas, which may stand in a word as well. */
export function chosenOnes(text: string, choices: Choice[]): string[] {
	const isKnown = (part: string) => indexOf(choices).has(plain(part));
	const parts = trimmed(text.split(/[;\n|]/)).flatMap((part) =>
		isKnown(part) ? [part] : trimmed(part.split(','))
	);
	return [...new Set(parts.map((part) => chosen(part, choices)))];
}

const trimmed = (parts: string[]) => parts.map((part) => part.trim()).filter(Boolean);

/** `27.11.2026` and `27.11.26` as ISO day; other text as it stands. */
export function day(text: string): string {
	const [, date, month, year] = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4}|\d{2})$/.exec(text) ?? [];
	if (!date || !month || !year) return text;
	return `${year.length === 2 ? `20${year}` : year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
}

type Message = (inputs: Record<string, never>, options: { locale: (typeof locales)[number] }) => string;

/** How a text reads in each language: files come in, and our own go out, in all of them. The German one first. */
export const inEach = (message: unknown): string[] => [
	...new Set(locales.map((locale) => (message as Message)({}, { locale })))
];
