import opentype from 'opentype.js';
import { legible } from '#lib/i18n/legible.ts';

/** Signs that only shape others: these fonts have none of the shapes. */
const shaping = /[\u200c\u200d\ufe00-\ufe0f]/g;

/**
 * How a text can be drawn with these fonts: as it is, with the number of each sign that none of them has in brackets
 * ("[U+1F642]"), so that whoever reads it knows that something stood there.
 * @param fonts files in TrueType
 */
export function drawableBy(fonts: Buffer[]): (text: string) => string {
	const known = new Set(fonts.flatMap(signsOf));
	return (text) =>
		Array.from(legible(text).replace(shaping, ''), (sign) => {
			const number = sign.codePointAt(0)!;
			return known.has(number) || sign === '\n' || sign === '\t' ? sign : `[U+${hex(number)}]`;
		}).join('');
}

const hex = (number: number) => number.toString(16).toUpperCase().padStart(4, '0');

function signsOf({ buffer, byteOffset, byteLength }: Buffer): number[] {
	const font = opentype.parse(buffer.slice(byteOffset, byteOffset + byteLength) as ArrayBuffer);
	return Object.keys(font.tables.cmap!.glyphIndexMap).map(Number);
}
