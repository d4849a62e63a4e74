/** Controls but tab and line end, marks that turn the direction of reading, signs without a shape, tags, halves of letters. */
const unseen =
	/(?![\t\n])\p{Cc}|[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}\p{Cs}]/gu;

/** Joiners stay between letters or pictures, where some scripts need them; anywhere else nobody sees them. */
const looseJoiner = /(?<![\p{L}\p{M}\p{Emoji}])[\u200c\u200d]+|[\u200c\u200d]+(?![\p{L}\p{M}\p{Emoji}])/gu;

/**
 * A text as it is read: what looks the same is the same (NFC), lines end as in Unix, and nothing is in it that nobody sees
 * or that turns the direction of what stands beside it. The one rule for all text from outside, wherever it comes in: in a
 * form, by the interface, in a table, in a calendar. Its length is then the length of what can be seen.
 */
export const legible = (text: string): string =>
	text
		.normalize('NFC')
		.replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
		.replace(unseen, '')
		.replace(looseJoiner, '');

/** All texts in something that was sent as JSON. */
export function legibleIn(value: unknown): unknown {
	if (typeof value === 'string') return legible(value);
	if (Array.isArray(value)) return value.map(legibleIn);
	if (value === null || typeof value !== 'object') return value;
	return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, legibleIn(inner)]));
}
