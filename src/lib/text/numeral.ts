import type { Format } from './block.ts';

/*
 * Counts as letters and Roman numerals, and the signs before the items of a list in Markdown: `1.`, `a)`, `A)`, `(i)`, `(I)`.
 * Letters and Roman numerals never stand before a full stop: „z. B.“ and „i. d. R.“ begin lines, too.
 */

const romans: [string, number][] = [
	['m', 1000],
	['cm', 900],
	['d', 500],
	['cd', 400],
	['c', 100],
	['xc', 90],
	['l', 50],
	['xl', 40],
	['x', 10],
	['ix', 9],
	['v', 5],
	['iv', 4],
	['i', 1]
];

function roman(count: number): string {
	let left = count;
	let numeral = '';
	for (const [sign, value] of romans) {
		for (; left >= value; left -= value) numeral += sign;
	}
	return numeral;
}

function letters(count: number): string {
	let left = count;
	let wording = '';
	for (; left > 0; left = Math.floor((left - 1) / 26))
		wording = String.fromCharCode(97 + ((left - 1) % 26)) + wording;
	return wording;
}

/** A count as it is shown: 4 is `4`, `d`, `D`, `iv`, `IV`. What letters and Roman numerals do not reach is shown in digits. */
export function shownCount(format: Format, count: number): string {
	switch (format) {
		case 'lower-alpha':
			return count < 1 ? String(count) : letters(count);
		case 'upper-alpha':
			return count < 1 ? String(count) : letters(count).toUpperCase();
		case 'lower-roman':
			return count < 1 || count > 3_999 ? String(count) : roman(count);
		case 'upper-roman':
			return count < 1 || count > 3_999 ? String(count) : roman(count).toUpperCase();
		case 'decimal':
			return String(count);
		case 'bullet':
		case 'none':
			return '';
	}
}

/** The sign before an item that says format and count by itself. */
export function signOf(format: Format, count: number): string {
	if (format === 'bullet' || format === 'none') return '-';
	const shown = shownCount(format, count);
	return format === 'decimal' ? `${shown}.` : format.endsWith('roman') ? `(${shown})` : `${shown})`;
}

/** Whether a list that begins with this sign is read as what it is: `(v)` and `(c)` are more often something else. */
export const saysItself = (format: Format, start: number): boolean =>
	format === 'bullet' ||
	format === 'decimal' ||
	(format.endsWith('alpha') && start >= 1 && start <= 26) ||
	(format.endsWith('roman') && start === 1);

export interface Sign {
	wording: string;
	format: Format;
	count: number;
}

/** The letter or Roman numeral that begins a line of an item, with its signs. */
export function signAt(line: string): Sign | undefined {
	const [wording, lower, upper, small, great] =
		/^(?:([a-z]{1,3})\)|([A-Z]{1,3})\)|\(([ivxlcdm]{1,15})\)|\(([IVXLCDM]{1,15})\))(?=[ \t]|$)/.exec(line) ??
		[];
	if (!wording) return undefined;
	const alpha = (lower ?? upper ?? '').toLowerCase();
	const numeral = (small ?? great ?? '').toLowerCase();
	const format = lower ? 'lower-alpha' : upper ? 'upper-alpha' : small ? 'lower-roman' : 'upper-roman';
	const count = alpha
		? [...alpha].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 96, 0)
		: [...numeral].reduce((sum, sign, at) => {
				const value = (one?: string) => romans.find(([wording]) => wording === one)?.[1] ?? 0;
				return value(sign) < value(numeral[at + 1]) ? sum - value(sign) : sum + value(sign);
			}, 0);
	return numeral && roman(count) !== numeral ? undefined : { wording, format, count };
}

/** Whether a list may begin here: one letter, or a numeral that is no letter but `i`. */
export const begins = (sign: Sign): boolean => /^.\)|^\((?:i|[ivx]{2,6})\)/i.test(sign.wording);
