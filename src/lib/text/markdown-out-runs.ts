import type { Mark, Run } from './block.ts';
import { paragraphIn } from './markdown-in.ts';
import { lineIn } from './markdown-walk.ts';
import { inBraces, lineBreak, settingPhrases } from './notation.ts';
import { plainOfRuns } from './plain.ts';
import { tidyRuns } from './tidy-runs.ts';

/*
 * Running text as Markdown: first as people write it, then, where reading that back gives something else, with more and more of our
 * own notation, which is safe everywhere and less pretty.
 */

type Words = Extract<Run, { text: string }>;

interface Manner {
	escaped: (text: string, isFirst: boolean) => string;
	lineBreak: string;
}

const signs: Partial<Record<Mark, string>> = {
	strong: '**',
	emphasis: '*',
	strike: '~~',
	superscript: '^',
	subscript: '~'
};

/** Takes the meaning from what has one within a line. */
const insideEscaped = (text: string) =>
	text
		.replace(/[\\`{]|~(?=[^\s~]*~)|\^(?=[^\s^]*\^)/g, '\\$&')
		.replace(/(?<!\p{L})\*|\*(?!\p{L})/gu, '\\*')
		.replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
		.replace(/<(?=[a-z/!?])|&(?=#|[a-z])|\[(?=\^)/gi, '\\$&')
		.replace(/\](?=[({[:])/g, '\\]');

/** Takes the meaning from what begins a block, and from `#` at the end of a heading. */
const lineEscaped = (text: string, isFirst: boolean) => {
	const inside = insideEscaped(text).replace(/#$/, '\\#');
	if (!isFirst) return inside;
	return inside
		.replace(/^(?:[-+](?=\s|-|$)|[=|:>#])/, '\\$&')
		.replace(/^(\d{1,9}|[a-z]{1,3}|[A-Z]{1,3})(?=[.)](?:\s|$))/, '$1\\')
		.replace(/^\((?=[ivxlcdm]{1,15}\)(?:\s|$))/i, '\\(');
};

const allEscaped = (text: string) => text.replace(/[!-/:-@[-`{-~]/g, '\\$&');

/** Words as code, as they are. */
function asCode(text: string): string {
	const longest = Math.max(0, ...(text.match(/`+/g) ?? []).map((ticks) => ticks.length));
	const ticks = '`'.repeat(longest + 1);
	const pad = /^`|`$|^ .* $/s.test(text) ? ' ' : '';
	return `${ticks}${pad}${text}${pad}${ticks}`;
}

const asLink = (text: string, href: string) => {
	const isPlain = /^[^\s<>\\()&*_`[\]{}~^!]+$/.test(href);
	return `[${text}](${isPlain ? href : `<${href.replace(/[\\<>&]/g, '\\$&')}>`})`;
};

/** What sets a run apart, outermost first where two reach equally far. */
type Feature = { href: string } | { language: string } | { mark: Mark };

const featuresOf = (run: Words): Feature[] => [
	...(run.language ? [{ language: run.language }] : []),
	...(run.marks ?? []).filter((mark) => !signs[mark] && mark !== 'code').map((mark) => ({ mark })),
	...(run.href ? [{ href: run.href }] : []),
	...(run.marks ?? []).filter((mark) => signs[mark]).map((mark) => ({ mark }))
];

const has = (run: Run | undefined, feature: Feature): run is Words =>
	run !== undefined &&
	'text' in run &&
	('href' in feature
		? run.href === feature.href
		: 'language' in feature
			? run.language === feature.language
			: run.marks?.includes(feature.mark) === true);

function without(run: Words, feature: Feature): Words {
	const { href, language, marks: set = [], ...rest } = run;
	const others = 'mark' in feature ? set.filter((mark) => mark !== feature.mark) : set;
	return {
		...rest,
		...(others.length > 0 ? { marks: others } : {}),
		...(href && !('href' in feature) ? { href } : {}),
		...(language && !('language' in feature) ? { language } : {})
	};
}

function wrapped(inner: string, feature: Feature): string {
	if ('href' in feature) return asLink(inner, feature.href);
	if ('language' in feature) return `[${inner}]${inBraces(settingPhrases([], feature.language))}`;
	const sign = signs[feature.mark];
	return sign ? `${sign}${inner}${sign}` : `[${inner}]${inBraces(settingPhrases([feature.mark]))}`;
}

/** Whether a run may begin a block: in a new line, or as `[^1]: …`. */
const startsAt = (runs: Run[], at: number) => at === 0 || !('text' in (runs[at - 1] as Run));

/** Each setting reaches as far as it goes, the farthest outermost. */
function grouped(runs: Run[], manner: Manner, isFirst: boolean): string {
	let written = '';
	for (let at = 0; at < runs.length;) {
		const run = runs[at] as Run;
		const starts = isFirst && startsAt(runs, at);
		if (!('text' in run)) {
			written += 'break' in run ? manner.lineBreak : `[^${run.note}]`;
			at += 1;
			continue;
		}
		const reach = (feature: Feature) => {
			let end = at;
			while (has(runs[end], feature)) end += 1;
			return { feature, end };
		};
		const farthest = featuresOf(run)
			.map(reach)
			.reduce<{ feature?: Feature; end: number }>((best, one) => (one.end > best.end ? one : best), {
				end: at
			});
		if (farthest.feature) {
			const { feature, end } = farthest;
			const inner = runs.slice(at, end).map((one) => without(one as Words, feature));
			written += wrapped(grouped(inner, manner, starts), feature);
			at = end;
		} else {
			written += run.marks?.includes('code') ? asCode(run.text) : manner.escaped(run.text, starts);
			at += 1;
		}
	}
	return written;
}

/** Each run by itself, its link inside, its setting in braces. */
function spanned(runs: Run[], manner: Manner, isFirst: boolean): string {
	return runs
		.map((run, at) => {
			if ('break' in run) return manner.lineBreak;
			if ('note' in run) return `[^${run.note}]`;
			const starts = isFirst && startsAt(runs, at);
			const text = manner.escaped(run.text, starts);
			const linked = run.href ? asLink(text, run.href) : text;
			const phrases = settingPhrases(run.marks, run.language);
			return phrases.length > 0 ? `[${linked}]${inBraces(phrases)}` : linked;
		})
		.join('');
}

/** Words that mean nothing but themselves wherever they stand. */
const isHarmless = (runs: Run[]) =>
	runs.every(
		(run) =>
			'text' in run &&
			!run.marks &&
			!run.href &&
			!run.language &&
			/^\p{L}[\p{L}\p{N} .,;–„“]*$/u.test(run.text)
	);

export interface Place {
	/** Keys of the notes of the text. */
	keys: Set<string>;
	/** Whether all of it stands in one line: in headings, and in tables of one line a row. */
	isOneLine: boolean;
}

/** Running text as Markdown that is read back as the same runs. */
export function runsToMarkdown(runs: Run[], { keys, isOneLine }: Place): string {
	if (isHarmless(runs)) return plainOfRuns(runs);
	const end = isOneLine ? lineBreak : '\\\n';
	const written = (escaped: Manner['escaped'], write: typeof grouped) =>
		write(runs, { escaped, lineBreak: end }, !isOneLine);
	const expected = JSON.stringify(runs);
	const isSame = (source: string) => {
		const read = isOneLine ? lineIn(source, keys) : paragraphIn(source, keys);
		return read !== undefined && JSON.stringify(tidyRuns(read, keys)) === expected;
	};
	for (const write of [grouped, spanned]) {
		const source = written(lineEscaped, write);
		if (isSame(source)) return source;
	}
	return written(allEscaped, spanned);
}
