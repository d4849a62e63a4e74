import type { Run } from '#lib/text/block.ts';

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
