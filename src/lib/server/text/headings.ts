import type { Block, Run } from '#lib/text/block.ts';
import { typedNumber } from './labels.ts';
import type { Line } from './lines.ts';
import { plainOf, type Reading } from './reading.ts';
import { trimmed } from './runs.ts';
import { captionName, quoteName, titleName } from './style-names.ts';

/** A heading with its number: counted, or typed before it. */
export function headingBlock(runs: Run[], level: number, counted: string | undefined): Block {
	const shown = counted?.slice(0, 40);
	const typed = shown ? undefined : typedNumber(plainOf(runs));
	const number = shown || typed?.number;
	const rest = typed ? trimmed(without(runs, typed.length)) : runs;
	return { kind: 'heading', level, ...(number && { number }), runs: rest };
}

/** Without its first signs. */
function without(runs: Run[], length: number): Run[] {
	let left = length;
	return runs.flatMap((run) => {
		if (!('text' in run) || left <= 0) return [run];
		const text = run.text.slice(left);
		left -= run.text.length;
		return text ? [{ ...run, text }] : [];
	});
}

/** In a table, note or box there are no headings: they become strong paragraphs, and that is told. */
export function strongOf({ lose }: Reading, runs: Run[], number: string | undefined): Block {
	lose('heading_inside', plainOf(runs));
	const all: Run[] = number ? [{ text: `${number} ` }, ...runs] : runs;
	return {
		kind: 'paragraph',
		runs: all.map((run): Run =>
			'text' in run
				? { ...run, marks: ['strong', ...(run.marks ?? []).filter((mark) => mark !== 'strong')] }
				: run
		)
	};
}

/** What a paragraph is by the names of its style and those it is based on. */
export function roleOf(names: string[]): Line['role'] {
	const is = (pattern: RegExp) => names.some((name) => pattern.test(name));
	return is(captionName) ? 'caption' : is(quoteName) ? 'quote' : is(titleName) ? 'title' : undefined;
}

/** Whether all its words are strong and stand in one line. */
export const isStrongLine = (runs: Run[]) =>
	runs.every((run) => 'text' in run && (run.marks?.includes('strong') || !run.text.trim()));
