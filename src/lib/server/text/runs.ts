import { marks, type Mark, type Run } from '#lib/text/block.ts';
import type { Letters } from './letters.ts';

/** Without spaces and line ends around them. */
export function trimmed(runs: Run[]): Run[] {
	const all = [...runs];
	while (all.length && isSpace(all[0]!)) all.shift();
	while (all.length && isSpace(all.at(-1)!)) all.pop();
	const [first, last] = [all[0], all.at(-1)];
	if (first && 'text' in first) all[0] = { ...first, text: first.text.trimStart() };
	if (last && 'text' in last) {
		const end = all.at(-1) as Extract<Run, { text: string }>;
		all[all.length - 1] = { ...end, text: end.text.trimEnd() };
	}
	return all;
}

const isSpace = (run: Run) => 'break' in run || ('text' in run && !run.text.trim());

/** Whether words would stick to those before. */
export function wouldGlue(runs: Run[], words: string): boolean {
	const last = runs.at(-1);
	return last !== undefined && 'text' in last && /[^\s-]$/.test(last.text) && /^[^\s.,;:!?)]/.test(words);
}

/** In their usual order; a link is underlined anyway. */
export function marksOf(letters: Letters, isLink: boolean): Mark[] {
	const set: Partial<Record<Mark, boolean | undefined>> = {
		strong: letters.strong,
		emphasis: letters.emphasis,
		underline: letters.underline && !isLink,
		strike: letters.strike,
		superscript: letters.raised === 'superscript',
		subscript: letters.raised === 'subscript',
		code: letters.isCode
	};
	return marks.filter((mark) => set[mark]);
}
