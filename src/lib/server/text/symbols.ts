/* Fonts whose letters are pictures. A file says font and code; these are the ones office texts use, as signs of Unicode. */

const wingdings: Record<number, string> = {
	0x22: '✂',
	0x28: '☎',
	0x2a: '✉',
	0x36: '⌛',
	0x3f: '✍',
	0x46: '☞',
	0x4a: '☺',
	0x4c: '☹',
	0x6c: '●',
	0x6e: '■',
	0x6f: '□',
	0x71: '❑',
	0x75: '◆',
	0x76: '❖',
	0x9f: '•',
	0xa1: '○',
	0xa7: '▪',
	0xa8: '☐',
	0xd8: '➢',
	0xdf: '←',
	0xe0: '→',
	0xe1: '↑',
	0xe2: '↓',
	0xe8: '➔',
	0xf0: '⇨',
	0xfb: '✗',
	0xfc: '✓',
	0xfd: '☒',
	0xfe: '☑'
};

const wingdings2: Record<number, string> = { 0x50: '✓', 0x4f: '✗', 0x51: '☒', 0x52: '☑', 0xa3: '☐' };

const greek = 'ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ';
const symbol: Record<number, string> = {
	...Object.fromEntries([...greek].map((sign, n) => [0x41 + n, sign])),
	...Object.fromEntries([...'αβχδεφγηιϕκλμνοπθρστυϖωξψζ'].map((sign, n) => [0x61 + n, sign])),
	0x2d: '−',
	0xa3: '≤',
	0xa5: '∞',
	0xab: '↔',
	0xac: '←',
	0xad: '↑',
	0xae: '→',
	0xaf: '↓',
	0xb0: '°',
	0xb1: '±',
	0xb3: '≥',
	0xb4: '×',
	0xb7: '•',
	0xb8: '÷',
	0xb9: '≠',
	0xba: '≡',
	0xbb: '≈',
	0xbc: '…',
	0xd7: '⋅',
	0xde: '⇒',
	0xe5: '∑'
};

const fonts: Record<string, Record<number, string>> = {
	wingdings,
	'wingdings 2': wingdings2,
	symbol,
	opensymbol: { ...wingdings, 0xb7: '•' }
};

/** The sign of Unicode for a sign of such a font; codes count with or without their offset of F000. */
export function signOf(font: string, code: number): string | undefined {
	const place = code >= 0xf000 && code <= 0xf0ff ? code - 0xf000 : code;
	const known = fonts[font.toLowerCase()];
	if (!known) return code >= 0xe000 && code <= 0xf8ff ? undefined : String.fromCodePoint(code);
	return known[place] ?? (known === symbol && place < 0x80 ? String.fromCharCode(place) : undefined);
}
