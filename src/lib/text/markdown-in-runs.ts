import type { Token } from 'markdown-it';
import type { Mark, Run } from './block.ts';
import type { Doubt } from './markdown-frames.ts';

/*
 * From what markdown-it found in running text to runs.
 */

const markOf: Record<string, Mark> = { strong: 'strong', em: 'emphasis', s: 'strike' };

interface Setting {
	marks?: Mark[];
	language?: string;
	href?: string;
}

const settingOf = (token: Token): Setting => {
	const mark = markOf[token.type.replace('_open', '')];
	if (mark) return { marks: [mark] };
	if (token.type === 'link_open') return { href: String(token.attrGet('href') ?? '') };
	return token.meta as Setting;
};

/** Runs, not yet joined. */
export function runsOf(tokens: Token[]): Run[] {
	const open: Setting[] = [];
	const runs: Run[] = [];
	const say = (text: string, ...more: Mark[]) => {
		const marks = [...new Set([...open.flatMap((one) => one.marks ?? []), ...more])];
		const language = open.findLast((one) => one.language)?.language;
		const href = open.findLast((one) => one.href)?.href;
		runs.push({
			text,
			...(marks.length > 0 ? { marks } : {}),
			...(href ? { href } : {}),
			...(language ? { language } : {})
		});
	};
	for (const token of tokens) {
		if (token.nesting > 0) {
			const setting = settingOf(token);
			open.push(setting);
			if (setting.href === '') say('[');
		} else if (token.nesting < 0) {
			if (open.at(-1)?.href === '') say(']()');
			open.pop();
		} else if (token.type === 'code_inline') say(token.content, 'code');
		else if (token.type === 'softbreak') say(' ');
		else if (token.type === 'hardbreak') runs.push({ break: true });
		else if (token.type === 'note') runs.push({ note: String(token.meta?.key) });
		else say(token.content);
	}
	return runs;
}

/** What looks like notation; each pattern stops at its own first sign, so that none looks at a text twice. */
const suspects: [RegExp, Doubt['what']][] = [
	[/<\/?[a-z][^<>]*>/gi, 'html'],
	[/!\[[^![\]]*\]\(/g, 'image'],
	[/(?<!!)\[[^[\]]*\]\(/g, 'link'],
	[/\[\^[^[\]]*\]/g, 'note'],
	[/\{[^{}]*\}/g, 'braces'],
	[/^:::/gm, 'frame']
];

/** What looks like notation in running text that begins at a line, and was left as text. */
export function doubtsOf(tokens: Token[], firstLine: number): Doubt[] {
	const typed = tokens
		.map((token) => (token.type === 'text' ? token.content : token.type.endsWith('break') ? '\n' : '\ufffc'))
		.join('');
	const titles = tokens.filter((token) => token.type === 'link_open' && token.attrGet('title') !== null);
	const lineOf = (at: number) => firstLine + typed.slice(0, at).split('\n').length - 1;
	const found = suspects.flatMap(([pattern, what]) =>
		[...typed.matchAll(pattern)].slice(0, 20).map(({ index }) => ({ index, what }))
	);
	return [
		...found
			.toSorted((one, other) => one.index - other.index)
			.map(({ index, what }) => ({ line: lineOf(index), what })),
		...titles.map(() => ({ line: firstLine, what: 'title' as const }))
	];
}
