import type { Mark, Run } from './block.ts';
import { commonOf } from './common.ts';
import { alikeForm, tokensOf } from './plain.ts';
import { joined } from './tidy-runs.ts';

/*
 * The difference of running text, word by word.
 */

/** What is set otherwise though the words are the same. */
export type Aspect = 'marks' | 'link' | 'language';

/** Running text in pieces; in order, those with `before` are what it was and those with `after` what it is. */
export type Piece =
	/** The same words; `before` only where a space, a sign that does not break or the key of a note differs. */
	| { kind: 'kept'; before?: Run[]; after: Run[] }
	| { kind: 'set'; before: Run[]; after: Run[]; what: Aspect[] }
	| { kind: 'deleted'; before: Run[] }
	| { kind: 'inserted'; after: Run[] };

/** A word, sign, end of line or place of a note, with the white space before it. */
interface Token {
	name: string;
	space: Run[];
	runs: Run[];
}

/** Which note of the text before is which of the text after. */
export type NoteHeirs = Map<string, string>;

/** Cuts the words of runs that stand side by side; each token may reach over several. */
function tokensIn(words: Extract<Run, { text: string }>[]): Run[][] {
	const tokens: Run[][] = [];
	let [at, used] = [0, 0];
	for (const token of tokensOf(words.map((run) => run.text).join(''))) {
		const runs: Run[] = [];
		for (let left = token.length; left > 0;) {
			const run = words[at] as Extract<Run, { text: string }>;
			const text = run.text.slice(used, used + left);
			if (text !== '') runs.push({ ...run, text });
			left -= text.length;
			used += text.length;
			if (used < run.text.length) continue;
			at += 1;
			used = 0;
		}
		tokens.push(runs);
	}
	return tokens;
}

const textOf = (runs: Run[]) => runs.map((run) => ('text' in run ? run.text : '')).join('');

function tokensOfRuns(runs: Run[], noteName: (key: string) => string): Token[] {
	const tokens: Token[] = [];
	let space: Run[] = [];
	const push = (name: string, own: Run[]) => {
		tokens.push({ name, space, runs: own });
		space = [];
	};
	for (let at = 0; at < runs.length;) {
		const run = runs[at] as Run;
		if ('break' in run) push('\n', [run]);
		else if ('note' in run) push(`\n${noteName(run.note)}`, [run]);
		else {
			const words: Extract<Run, { text: string }>[] = [];
			for (let next: Run | undefined = run; next && 'text' in next; next = runs[at + words.length])
				words.push(next);
			for (const token of tokensIn(words)) {
				const name = alikeForm(textOf(token));
				if (name === '') space = [...space, ...token];
				else push(name, token);
			}
			at += words.length - 1;
		}
		at += 1;
	}
	/* White space at the end belongs to a token, too; it is always there. */
	push('', []);
	return tokens;
}

/** How each sign is set, as a wording that can be compared. */
function settings(runs: Run[], of: (run: Extract<Run, { text: string }>) => string): string {
	const all: [string, number][] = [];
	for (const run of runs) {
		if (!('text' in run)) continue;
		const [last, length] = [all.at(-1), alikeForm(run.text).length];
		if (last?.[0] === of(run)) last[1] += length;
		else all.push([of(run), length]);
	}
	return JSON.stringify(all);
}

const marksOf = (run: { marks?: Mark[] }) => run.marks?.join() ?? '';

function setOtherwise(before: Run[], after: Run[]): Aspect[] {
	const differs = (of: (run: Extract<Run, { text: string }>) => string) =>
		settings(before, of) !== settings(after, of);
	return [
		...(differs(marksOf) ? ['marks' as const] : []),
		...(differs((run) => run.href ?? '') ? ['link' as const] : []),
		...(differs((run) => run.language ?? '') ? ['language' as const] : [])
	];
}

interface Part {
	kind: Piece['kind'];
	what: Aspect[];
	before: Run[];
	after: Run[];
}

/** Joins neighbours of the same kind. White space between two pieces that are set otherwise belongs to them. */
function grouped(parts: Part[]): Piece[] {
	const groups: Part[] = [];
	const isSame = (one: Part | undefined, other: Part) =>
		one?.kind === other.kind && one.what.join() === other.what.join();
	const add = (group: Part, part: Part) => {
		group.before.push(...part.before);
		group.after.push(...part.after);
	};
	for (const part of parts) {
		if (part.before.length + part.after.length === 0) continue;
		const [earlier, last] = [groups.at(-2), groups.at(-1)];
		const isSpace =
			last?.kind === 'kept' &&
			textOf(last.before).trim() === '' &&
			!last.before.some((run) => !('text' in run));
		if (earlier && last && isSpace && part.kind === 'set' && isSame(earlier, part)) {
			add(earlier, last);
			add(earlier, part);
			groups.pop();
		} else if (last && isSame(last, part)) add(last, part);
		else groups.push({ ...part, before: [...part.before], after: [...part.after] });
	}
	return groups.map(({ kind, what, before, after }): Piece => {
		const [was, is] = [joined(before), joined(after)];
		if (kind === 'deleted') return { kind, before: was };
		if (kind === 'inserted') return { kind, after: is };
		if (kind === 'set') return { kind, before: was, after: is, what };
		return JSON.stringify(was) === JSON.stringify(is)
			? { kind, after: is }
			: { kind, before: was, after: is };
	});
}

/** The pieces between what was and what is. Work is bounded (common.ts). */
export function piecesOf(before: Run[], after: Run[], heirs: NoteHeirs): Piece[] {
	const was = tokensOfRuns(before, (key) => heirs.get(key) ?? `${key} before`);
	const is = tokensOfRuns(after, (key) => key);
	const found = commonOf(
		was.map((token) => token.name),
		is.map((token) => token.name)
	);
	const parts: Part[] = [];
	const runsFrom = (tokens: Token[], withSpace: boolean) =>
		tokens.flatMap((token, at) => (at === 0 && !withSpace ? token.runs : [...token.space, ...token.runs]));
	let [from, low] = [0, 0];
	for (let at = 0; at < was.length; at += 1) {
		const to = found[at] ?? -1;
		const [token, heir] = [was[at], is[to]];
		if (!token || !heir) continue;
		const [gone, come] = [was.slice(from, at), is.slice(low, to)];
		const areBoth = gone.length > 0 && come.length > 0;
		if (areBoth)
			parts.push({ kind: 'kept', what: [], before: gone[0]?.space ?? [], after: come[0]?.space ?? [] });
		parts.push({ kind: 'deleted', what: [], before: runsFrom(gone, !areBoth), after: [] });
		parts.push({ kind: 'inserted', what: [], before: [], after: runsFrom(come, !areBoth) });
		parts.push({ kind: 'kept', what: [], before: token.space, after: heir.space });
		const what = setOtherwise(token.runs, heir.runs);
		parts.push({ kind: what.length > 0 ? 'set' : 'kept', what, before: token.runs, after: heir.runs });
		[from, low] = [at + 1, to + 1];
	}
	return grouped(parts);
}

/** A wording in pieces, like those of running text. */
export interface WordPiece {
	kind: 'kept' | 'deleted' | 'inserted';
	/** What it was: where it was deleted, or where a space differs. */
	before?: string;
	after?: string;
}

/** The difference of two plain wordings. Ends of line are kept and compared, other white space is alike. */
export function differenceOfWords(before: string, after: string): WordPiece[] {
	const runs = (wording: string): Run[] =>
		wording
			.split('\n')
			.flatMap((text, at): Run[] => [
				...(at > 0 ? [{ break: true } as const] : []),
				...(text ? [{ text }] : [])
			]);
	const wording = (all: Run[]) => all.map((run) => ('text' in run ? run.text : '\n')).join('');
	return piecesOf(runs(before), runs(after), new Map()).map((piece) => ({
		kind: piece.kind === 'set' ? 'kept' : piece.kind,
		...('before' in piece && piece.before ? { before: wording(piece.before) } : {}),
		...('after' in piece ? { after: wording(piece.after) } : {})
	}));
}
