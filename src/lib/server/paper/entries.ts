import { moment } from '#lib/i18n/format.ts';
import type { Block } from './paper.ts';

interface Entry {
	at: string;
	what: string;
	by?: string | undefined;
	text?: string | null;
}

/** A chronicle on paper: each entry with its moment, who it was, and the words below it. */
export const entryBlocks = (entries: Entry[]): Block[] =>
	entries.flatMap(({ at, what, by, text }): Block[] => {
		const line = { facts: [{ term: moment(at), value: [what, by].filter(Boolean).join(' – ') }] };
		return text ? [{ together: [line, { quote: text }] }] : [line];
	});
