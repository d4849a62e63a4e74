import type { Cell, Format, Mark, Note } from './block.ts';

/*
 * What Markdown has no words for stands in braces, in plain words: `[Bus]{unterstrichen}`, `- {Nr. § 3} …`, `{Spalten 2, Kopf}`,
 * `{Liste, ohne Zeichen}`. German words are written, English ones are read too. markdown.test.ts shows all of it.
 */

/** Phrases in braces and where they end; a backslash takes the meaning from the sign after it. */
export function bracesAt(source: string, start: number): { phrases: string[]; end: number } | undefined {
	const [found] = /^\{(?:[^{}\\\n]|\\[^\n]){1,300}\}/.exec(source.slice(start, start + 700)) ?? [];
	if (!found) return undefined;
	const phrases = [''];
	for (const [part] of found.slice(1, -1).matchAll(/\\.|[^\\]/gsu)) {
		if (part === ',') phrases.push('');
		else phrases[phrases.length - 1] += part.length > 1 && part.startsWith('\\') ? part.slice(1) : part;
	}
	return { phrases: phrases.map((phrase) => phrase.trim()), end: start + found.length };
}

/** Phrases as they are written. */
export const inBraces = (phrases: string[]): string =>
	`{${phrases.map((phrase) => phrase.replace(/[\\{},]/g, '\\$&')).join(', ')}}`;

/** What a phrase says about one of these words, e.g. `2` for „Spalten 2“ and an empty wording for „Kopf“. */
function saidOf(phrase: string, ...words: string[]): string | undefined {
	const lower = phrase.toLowerCase();
	const word = words.find((one) => lower === one.toLowerCase() || lower.startsWith(`${one.toLowerCase()} `));
	return word && phrase.slice(word.length).trim();
}

const isSaid = (phrase: string, ...words: string[]) => saidOf(phrase, ...words) === '';

function countOf(phrase: string, ...words: string[]): number | undefined {
	const said = saidOf(phrase, ...words);
	return said && /^\d{1,6}$/.test(said) ? Number(said) : undefined;
}

const markWords: Record<Mark, string> = {
	strong: 'fett',
	emphasis: 'kursiv',
	underline: 'unterstrichen',
	strike: 'durchgestrichen',
	superscript: 'hoch',
	subscript: 'tief',
	code: 'Code'
};

export interface Setting {
	marks: Mark[];
	language?: string;
}

/** How a span is set, or nothing where one of its phrases means nothing. */
export function settingOf(phrases: string[]): Setting | undefined {
	const setting: Setting = { marks: [] };
	for (const phrase of phrases) {
		const mark = (Object.keys(markWords) as Mark[]).find((one) => isSaid(phrase, markWords[one], one));
		const language = saidOf(phrase, 'Sprache', 'language');
		if (mark) setting.marks.push(mark);
		else if (language && /^[a-z0-9]{1,8}(-[a-z0-9]{1,8})*$/i.test(language)) setting.language = language;
		else return undefined;
	}
	return setting;
}

export const settingPhrases = (marks: Mark[] = [], language?: string): string[] => [
	...marks.map((mark) => markWords[mark]),
	...(language ? [`Sprache ${language}`] : [])
];

/** The number that stands before an item or heading. */
export const numberOf = (phrases: string[]): string | undefined => saidOf(phrases.join(', '), 'Nr.', 'No.');
export const numberPhrase = (number: string): string => `Nr. ${number}`;
export const noNumber = 'ohne Nr.';
export const isNoNumber = (phrases: string[]) => isSaid(phrases.join(), noNumber, 'no number');

export const decorative = 'schmückt';
export const isDecorative = (phrases: string[]) => isSaid(phrases.join(), decorative, 'decorative');

export const placeOf = (phrases: string[]): Note['place'] | undefined =>
	isSaid(phrases.join(), 'Endnote') ? 'end' : undefined;
export const endNote = 'Endnote';

export const lineBreak = '{Umbruch}';

/** What a cell says of itself, or nothing where one of its phrases means nothing. */
export function cellOf(phrases: string[]): Omit<Cell, 'blocks'> | undefined {
	const cell: Omit<Cell, 'blocks'> = {};
	for (const phrase of phrases) {
		const columns = countOf(phrase, 'Spalten', 'columns');
		const rows = countOf(phrase, 'Zeilen', 'rows');
		if (columns && columns >= 2 && columns <= 100) cell.columns = columns;
		else if (rows && rows >= 2 && rows <= 1_000) cell.rows = rows;
		else if (isSaid(phrase, 'Kopf', 'head')) cell.isHead = true;
		else return undefined;
	}
	return cell;
}

export const cellPhrases = (cell: Cell): string[] => [
	...(cell.columns ? [`Spalten ${cell.columns}`] : []),
	...(cell.rows ? [`Zeilen ${cell.rows}`] : []),
	...(cell.isHead ? ['Kopf'] : [])
];

const formatWords: Record<Format, string> = {
	bullet: 'Punkte',
	decimal: '1',
	'lower-alpha': 'a',
	'upper-alpha': 'A',
	'lower-roman': 'i',
	'upper-roman': 'I',
	none: 'ohne Zeichen'
};

export interface Count {
	format?: Format;
	start?: number;
}

/** What stands before a list whose items do not say it themselves: `{Liste, i, ab 5}`. `{Liste}` alone parts it from the one before. */
export function countingOf(phrases: string[]): Count | undefined {
	const [name = '', ...others] = phrases;
	if (!isSaid(name, 'Liste', 'list')) return undefined;
	const count: Count = {};
	for (const phrase of others) {
		const format = (Object.keys(formatWords) as Format[]).find(
			(one) =>
				phrase === formatWords[one] ||
				isSaid(phrase, one) ||
				(one === 'none' && isSaid(phrase, formatWords.none))
		);
		const start = countOf(phrase, 'ab', 'from');
		if (format) count.format = format;
		else if (start !== undefined && start <= 100_000) count.start = start;
		else return undefined;
	}
	return count;
}

export const countingPhrases = ({ format, start }: Count): string[] => [
	'Liste',
	...(format ? [formatWords[format]] : []),
	...(start === undefined ? [] : [`ab ${start}`])
];

export interface Frame {
	kind: 'box' | 'table';
	/** How many of a table's rows are heads; 1 where nothing is said. */
	heads: number;
}

/** What `::: Kasten` and `::: Tabelle, Kopfzeilen 2` open. */
export function frameOf(line: string): Frame | undefined {
	const [, said] = /^:{3,}[ \t]*(\S.*)$/.exec(line) ?? [];
	const [name = '', ...others] = (said ?? '').split(',').map((phrase) => phrase.trim());
	if (others.length === 0 && isSaid(name, 'Kasten', 'box')) return { kind: 'box', heads: 0 };
	if (!isSaid(name, 'Tabelle', 'table') || others.length > 1) return undefined;
	const heads = others[0] === undefined ? 1 : countOf(others[0], 'Kopfzeilen', 'heads');
	return heads === undefined ? undefined : { kind: 'table', heads };
}

export const frameLine = (frame: Frame): string =>
	frame.kind === 'box'
		? '::: Kasten'
		: `::: Tabelle${frame.heads === 1 ? '' : `, Kopfzeilen ${frame.heads}`}`;
