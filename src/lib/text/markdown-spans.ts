import type { MarkdownIt, StateInline } from 'markdown-it';
import { isAddress } from './block.ts';
import { readingOf } from './markdown-frames.ts';
import { bracesAt, isDecorative, lineBreak, settingOf } from './notation.ts';

/*
 * Running text of our notation for markdown-it: `[Bus]{unterstrichen}`, `m^2^`, `CO~2~`, notes, images, and the star in
 * „Bürger*innen“ that is a star.
 */

/** Reads what stands between two places as running text of its own. */
function within(state: StateInline, from: number, to: number, name: string, meta: Record<string, unknown>) {
	const { posMax } = state;
	state.pos = from;
	state.posMax = to;
	state.push(`${name}_open`, 'span', 1).meta = meta;
	state.md.inline.tokenize(state);
	state.push(`${name}_close`, 'span', -1).meta = meta;
	state.posMax = posMax;
}

function span(state: StateInline, isSilent: boolean): boolean {
	if (state.src[state.pos] !== '[') return false;
	const start = state.pos + 1;
	const end = state.md.helpers.parseLinkLabel(state, state.pos, false);
	const braces = end < 0 || end + 1 >= state.posMax ? undefined : bracesAt(state.src, end + 1);
	const setting = braces && braces.end <= state.posMax ? settingOf(braces.phrases) : undefined;
	if (!braces || !setting) return false;
	if (!isSilent) within(state, start, end, 'span', { ...setting });
	state.pos = braces.end;
	return true;
}

/** `^` and `~` set apart what is between them where no white space is. */
function raised(state: StateInline, isSilent: boolean): boolean {
	const sign = state.src[state.pos];
	if ((sign !== '^' && sign !== '~') || state.src[state.pos + 1] === sign) return false;
	let end = state.pos + 1;
	for (; end < state.posMax && state.src[end] !== sign; end += 1) {
		if (/\s/.test(state.src[end] ?? '')) return false;
		if (state.src[end] === '\\') end += 1;
	}
	if (end >= state.posMax || state.src[end + 1] === sign) return false;
	if (!isSilent) {
		const marks = [sign === '^' ? 'superscript' : 'subscript'];
		within(state, state.pos + 1, end, 'span', { marks });
	}
	state.pos = end + 1;
	return true;
}

function star(state: StateInline, isSilent: boolean): boolean {
	const isLetter = (at: number) => /^\p{L}/u.test(state.src.slice(at, at + 2));
	if (state.src[state.pos] !== '*' || !isLetter(state.pos - 1) || !isLetter(state.pos + 1)) return false;
	if (!isSilent) state.pending += '*';
	state.pos += 1;
	return true;
}

function note(state: StateInline, isSilent: boolean): boolean {
	if (!state.src.startsWith('[^', state.pos)) return false;
	const [found, key = ''] =
		/^\[\^([a-z0-9-]{1,64})\]/i.exec(state.src.slice(state.pos, state.pos + 67)) ?? [];
	if (!found || !readingOf(state).notes.has(key)) return false;
	if (!isSilent) state.push('note', 'sup', 0).meta = { key };
	state.pos += found.length;
	return true;
}

function endOfLine(state: StateInline, isSilent: boolean): boolean {
	if (!state.src.startsWith(lineBreak, state.pos)) return false;
	if (!isSilent) state.push('hardbreak', 'br', 0);
	state.pos += lineBreak.length;
	return true;
}

/** An image is a block: it stands alone, or with its caption below. Every other stays as it was typed. */
function image(state: StateInline, isSilent: boolean): boolean {
	if (!state.src.startsWith('![', state.pos)) return false;
	const start = state.pos;
	const end = state.md.helpers.parseLinkLabel(state, start + 1, false);
	if (end < 0 || state.src[end + 1] !== '(') return false;
	const [found, file] = /^\(([a-z0-9-]{1,64})\)/i.exec(state.src.slice(end + 1, end + 70)) ?? [];
	const braces = found ? bracesAt(state.src, end + 1 + found.length) : undefined;
	const said = braces && isDecorative(braces.phrases) ? braces : undefined;
	const after = said?.end ?? end + 1 + (found?.length ?? 0);
	const isAlone = start === 0 && /^\s*(?:$|\n: )/.test(state.src.slice(after));
	if (file && isAlone && state.level === 0) {
		const alt = state.md.utils.unescapeAll(state.src.slice(2, end));
		if (!isSilent) state.push('image', 'img', 0).meta = { file, alt: alt === '' && !said ? undefined : alt };
		state.pos = after;
		return true;
	}
	const address = state.md.helpers.parseLinkDestination(state.src, end + 2, state.posMax);
	if (!address.ok || state.src[address.pos] !== ')') return false;
	if (!isSilent) state.pending += state.src.slice(start, address.pos + 1);
	state.pos = address.pos + 1;
	return true;
}

/** Teaches a reader our running text. Links lead where `isAddress` allows, and are kept as they are written. */
export function spansFor(md: MarkdownIt) {
	const { ruler } = md.inline;
	ruler.before('emphasis', 'star', star);
	ruler.before('emphasis', 'raised', raised);
	ruler.before('link', 'note_place', note);
	ruler.before('link', 'span', span);
	ruler.before('link', 'end_of_line', endOfLine);
	ruler.at('image', image);
	md.validateLink = (href) => isAddress(href) && href.length <= 2_000;
	md.normalizeLink = (href) => href;
	md.normalizeLinkText = (href) => href;
	/* Running text is read when it is known what it belongs to. */
	md.core.ruler.enableOnly(['normalize', 'block']);
}
