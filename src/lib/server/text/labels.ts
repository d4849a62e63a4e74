import type { Format } from '#lib/text/block.ts';

/** A number as a list shows it; letters double behind z, as in Word. */
export function labelOf(value: number, format: Format): string {
	switch (format) {
		case 'lower-alpha':
			return letters(value);
		case 'upper-alpha':
			return letters(value).toUpperCase();
		case 'lower-roman':
			return roman(value).toLowerCase();
		case 'upper-roman':
			return roman(value);
		case 'bullet':
		case 'none':
			return '';
		default:
			return String(value);
	}
}

const letters = (value: number) =>
	value < 1 || value > 780
		? String(value)
		: String.fromCharCode(97 + ((value - 1) % 26)).repeat(Math.ceil(value / 26));

const numerals: [number, string][] = [
	[1000, 'M'],
	[900, 'CM'],
	[500, 'D'],
	[400, 'CD'],
	[100, 'C'],
	[90, 'XC'],
	[50, 'L'],
	[40, 'XL'],
	[10, 'X'],
	[9, 'IX'],
	[5, 'V'],
	[4, 'IV'],
	[1, 'I']
];

function roman(value: number): string {
	if (value < 1 || value > 3999) return String(value);
	let left = value;
	let written = '';
	for (const [worth, sign] of numerals)
		while (left >= worth) {
			written += sign;
			left -= worth;
		}
	return written;
}

/** Whether a label says no more than a list of this format shows by itself. */
export const isPlainLabel = (label: string, value: number, format: Format) =>
	label === labelOf(value, format) || label === `${labelOf(value, format)}.`;

/** A number that was typed before a heading, and how long it is with what parts them. `1. Mai` is a day. */
export function typedNumber(words: string): { number: string; length: number } | undefined {
	const found =
		/^\s*((?=[^\t]*\d|\p{L}{1,5}[.)]\t)[^\t]{1,20}?)[ ]*\t\s*(?=\S)/u.exec(words) ??
		/^\s*(\d+(?:\.\d+)+\.?|§\s?\d+[a-z]?|\d{1,2}\.)[ \u00a0]+(?=\S)(?!(?:Jan|Feb|März|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez))/.exec(
			words
		);
	return found ? { number: found[1]!, length: found[0].length } : undefined;
}
