import { isAddress, marks, type Run } from './block.ts';
import { clean } from './plain.ts';

/*
 * Running text in the one way to say it.
 */

type Words = Extract<Run, { text: string }>;
const isWords = (run: Run): run is Words => 'text' in run;
const isEnd = (run: Run | undefined) => run === undefined || 'break' in run;

/** An address as it is kept, or nothing where it may not lead anywhere. */
function tidyAddress(href: string | undefined): string | undefined {
	if (!href) return undefined;
	const address = href.toWellFormed().replace(/[\s\p{Cc}]/gu, (sign) => encodeURIComponent(sign));
	return isAddress(address) && address.length <= 2_000 ? address : undefined;
}

function tidyWords(run: Words): Words {
	const tidied: Words = { text: clean(run.text) };
	const set = marks.filter((mark) => run.marks?.includes(mark));
	const href = tidyAddress(run.href);
	if (set.length > 0) tidied.marks = set;
	if (href) tidied.href = href;
	if (run.language) tidied.language = run.language;
	return tidied;
}

const isSetAlike = (one: Words, other: Words) =>
	one.href === other.href && one.language === other.language && one.marks?.join() === other.marks?.join();

/** Neighbours that are set alike become one run, empty ones go. */
export function joined(runs: Run[]): Run[] {
	const all: Run[] = [];
	for (const run of runs) {
		const last = all.at(-1);
		if (!isWords(run)) all.push(run);
		else if (last && isWords(last) && isSetAlike(last, run))
			all[all.length - 1] = { ...last, text: last.text + run.text };
		else if (run.text !== '') all.push(run);
	}
	return all;
}

/** Several spaces in a row are one, also over the border of two runs. */
function singleSpaced(runs: Run[]): Run[] {
	let endsInSpace = false;
	return runs.map((run) => {
		if (!isWords(run)) {
			endsInSpace = false;
			return run;
		}
		let text = run.text.replace(/ +/g, ' ');
		if (endsInSpace && text.startsWith(' ')) text = text.slice(1);
		if (text !== '') endsInSpace = text.endsWith(' ');
		return { ...run, text };
	});
}

/** Takes white space from one side of each line, which may reach over several runs. */
function trimmed(runs: Run[], side: 'start' | 'end'): Run[] {
	const all: Run[] = [];
	for (const run of side === 'start' ? runs : runs.toReversed()) {
		const text = !isWords(run) ? '' : side === 'start' ? run.text.trimStart() : run.text.trimEnd();
		if (isWords(run) && isEnd(all.at(-1))) all.push(...(text === '' ? [] : [{ ...run, text }]));
		else all.push(run);
	}
	return side === 'start' ? all : all.toReversed();
}

/** White space, set as both its neighbours are. */
function between(text: string, before: Run | undefined, after: Run | undefined): Words {
	if (!before || !after || !isWords(before) || !isWords(after)) return { text };
	const set = before.marks?.filter((mark) => after.marks?.includes(mark)) ?? [];
	return {
		text,
		...(set.length > 0 ? { marks: set } : {}),
		...(before.href && before.href === after.href ? { href: before.href } : {}),
		...(before.language && before.language === after.language ? { language: before.language } : {})
	};
}

/** Whether the white space between two words is bold nobody sees, and word processors leave it to chance. */
function settled(runs: Run[]): Run[] {
	const cut = runs.flatMap((run): Run[] => {
		if (!isWords(run)) return [run];
		const rest = run.text.trimStart();
		const inner = rest.trimEnd();
		const start = run.text.slice(0, run.text.length - rest.length);
		const end = rest.slice(inner.length);
		return [start, inner, end].filter((text) => text !== '').map((text) => ({ ...run, text }));
	});
	const isSpace = (run: Run): run is Words => isWords(run) && run.text.trim() === '';
	let last: Run | undefined;
	const before = cut.map((run) => (isSpace(run) ? last : (last = run)));
	last = undefined;
	const after = cut.toReversed().map((run) => (isSpace(run) ? last : (last = run)));
	return cut.map((run, at) =>
		isSpace(run) ? between(run.text, before[at], after[cut.length - 1 - at]) : run
	);
}

/** Running text without empty runs, double spaces, and spaces and ends of line at its edges. */
export function tidyRuns(runs: Run[], keys: Set<string>): Run[] {
	const known = runs
		.filter((run) => !('note' in run) || keys.has(run.note))
		.map((run) => (isWords(run) ? tidyWords(run) : run));
	const spaced = trimmed(trimmed(singleSpaced(joined(known)), 'start'), 'end');
	const isInside = (run: Run) => !('break' in run);
	const lines = spaced.slice(spaced.findIndex(isInside), spaced.findLastIndex(isInside) + 1);
	return joined(settled(lines.some(isInside) ? lines : [])).map((run) =>
		isWords(run) ? { ...run, text: run.text.normalize('NFC') } : run
	);
}
