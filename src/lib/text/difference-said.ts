import { m } from '#lib/i18n/paraglide/messages.js';
import type { Format, Mark, Run } from './block.ts';
import type { BlockChange, CellChange, ItemChange, NoteChange } from './difference.ts';
import type { ChangeSum } from './difference-count.ts';
import type { Piece } from './difference-words.ts';

/*
 * What a difference says in words: what is marked by colour and lines alone is not heard, and what is no word cannot be marked.
 */

/** "12 Wörter neu, 3 gestrichen." */
export function sumInWords({ added, removed, isChanged }: ChangeSum): string {
	if (added && removed)
		return m.text_sum_both({ added: m.text_words_added({ count: added }), count: removed });
	if (added) return m.text_sum_one({ words: m.text_words_added({ count: added }) });
	if (removed) return m.text_sum_one({ words: m.text_words_removed({ count: removed }) });
	return isChanged ? m.text_sum_other() : m.text_sum_none();
}

const formats: Record<Format, () => string> = {
	bullet: m.text_format_bullet,
	decimal: m.text_format_decimal,
	'lower-alpha': m.text_format_lower_alpha,
	'upper-alpha': m.text_format_upper_alpha,
	'lower-roman': m.text_format_lower_roman,
	'upper-roman': m.text_format_upper_roman,
	none: m.text_format_none
};
const marks: Record<Mark, () => string> = {
	strong: m.text_mark_strong,
	emphasis: m.text_mark_emphasis,
	underline: m.text_mark_underline,
	strike: m.text_mark_strike,
	superscript: m.text_mark_superscript,
	subscript: m.text_mark_subscript,
	code: m.text_mark_code
};
const kinds = {
	paragraph: m.text_kind_paragraph,
	heading: m.text_kind_heading,
	quote: m.text_kind_quote,
	box: m.text_kind_box
};

const or = (value: string | undefined) => value ?? m.text_nothing();
const instead = (what: string, before: string | undefined, after: string | undefined) =>
	m.text_instead({ what, before: or(before), after: or(after) });

/** What changed about a paragraph, list, picture, item, cell or note besides its words. */
export function changesInWords(change: BlockChange | ItemChange | CellChange | NoteChange): string[] {
	switch (change.of) {
		case 'words':
			return headedInWords(change);
		case 'list':
			return [
				...(change.what.includes('format')
					? [instead(m.text_counting(), formats[change.before.format](), formats[change.after.format]())]
					: []),
				...(change.what.includes('start')
					? [instead(m.text_start(), String(change.before.start ?? 1), String(change.after.start ?? 1))]
					: [])
			];
		case 'image':
			return [
				...(change.what.includes('file') ? [m.text_other_picture()] : []),
				...(change.what.includes('alt') ? [instead(m.text_alt(), change.before.alt, change.after.alt)] : [])
			];
		case 'frame':
			return change.what.includes('kind')
				? [m.text_now({ what: kinds[change.after.kind](), before: kinds[change.before.kind]() })]
				: [];
		case 'item':
			return change.what.includes('number')
				? [instead(m.text_number(), change.before.number, change.after.number)]
				: [];
		case 'cell':
			return [
				...(change.what.includes('span') ? [m.text_span()] : []),
				...(change.what.includes('head') ? [change.after.isHead ? m.text_head() : m.text_no_head()] : [])
			];
		case 'note':
			return change.what.includes('place')
				? [change.after.place === 'end' ? m.text_end_note() : m.text_foot_note()]
				: [];
		case 'table':
			return [];
	}
}

function headedInWords({ before, after, what }: Extract<BlockChange, { of: 'words' }>): string[] {
	const said: string[] = [];
	if (what.includes('kind'))
		said.push(m.text_now({ what: kinds[after.kind](), before: kinds[before.kind]() }));
	if (before.kind !== 'heading' || after.kind !== 'heading') return said;
	const deeper = after.level - before.level;
	if (deeper) said.push(deeper > 0 ? m.text_deeper({ count: deeper }) : m.text_higher({ count: -deeper }));
	if (what.includes('number')) said.push(instead(m.text_number(), before.number, after.number));
	return said;
}

/** What changed about words that are the same: how they are set, where they lead, in which language they are. */
export function settingInWords({ before, after, what }: Extract<Piece, { kind: 'set' }>): string[] {
	const [was, is] = [marksIn(before), marksIn(after)];
	const now = is.filter((mark) => !was.includes(mark)).map((mark) => m.text_now_set({ how: marks[mark]() }));
	const past = was
		.filter((mark) => !is.includes(mark))
		.map((mark) => m.text_past_set({ how: marks[mark]() }));
	const set = now.length + past.length ? [...now, ...past] : [m.text_set_otherwise()];
	return [
		...(what.includes('marks') ? set : []),
		...(what.includes('link') ? [instead(m.text_link(), linkIn(before), linkIn(after))] : []),
		...(what.includes('language') ? [m.text_language()] : [])
	];
}

const marksIn = (runs: Run[]): Mark[] => [
	...new Set(runs.flatMap((run) => ('text' in run ? (run.marks ?? []) : [])))
];
const linkIn = (runs: Run[]) => runs.flatMap((run) => ('text' in run && run.href ? [run.href] : []))[0];
