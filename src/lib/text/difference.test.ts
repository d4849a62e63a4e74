import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { edited, edits } from '../../../tests/texts/edits.ts';
import { text as randomText } from '../../../tests/texts/random.ts';
import type { Block, Note, Run, Text } from './block.ts';
import { changedWordsOf, hasChanges } from './difference-count.ts';
import { apply, undo } from '../../../tests/difference-sides.ts';
import { differenceOfWords, type Piece } from './difference-words.ts';
import { differenceOf } from './difference.ts';
import { tidy } from './tidy.ts';

const p = (text: string): Block => ({ kind: 'paragraph', runs: [{ text }] });
const textOf = (...blocks: Block[]): Text => ({ blocks, notes: [] });
const list = (...items: string[]): Block => ({
	kind: 'list',
	format: 'bullet',
	items: items.map((item) => ({ blocks: [p(item)] }))
});
const table = (...rows: string[][]): Block => ({
	kind: 'table',
	head: [],
	body: rows.map((row) => row.map((cell) => ({ blocks: [p(cell)] })))
});
const kinds = (before: Text, after: Text) => differenceOf(before, after).blocks.map((step) => step.kind);

/** A word per piece: [-gone-], {+come+}, =set otherwise=. */
const shown = (pieces: Piece[]) => {
	const words = (runs: Run[] = []) =>
		runs.map((run) => ('text' in run ? run.text : 'note' in run ? `[^${run.note}]` : '/')).join('');
	return pieces
		.map((piece) =>
			piece.kind === 'deleted'
				? `[-${words(piece.before)}-]`
				: piece.kind === 'inserted'
					? `{+${words(piece.after)}+}`
					: piece.kind === 'set'
						? `=${words(piece.after)}=`
						: words(piece.after)
		)
		.join('');
};
const shownBlock = (before: Block, after: Block) => {
	const [step, ...others] = differenceOf(textOf(before), textOf(after)).blocks;
	if (others.length > 0 || step?.kind !== 'changed' || step.change.of !== 'words') return step?.kind;
	return shown(step.change.pieces);
};

test('a difference leads from one text to the other and back', () => {
	fc.assert(
		fc.property(randomText, fc.oneof(randomText, edits), (before, other) => {
			const after = Array.isArray(other) ? edited(before, other) : other;
			const difference = JSON.parse(JSON.stringify(differenceOf(before, after))) as ReturnType<
				typeof differenceOf
			>;
			expect(apply(difference, before)).toStrictEqual(tidy(after));
			expect(undo(difference, after)).toStrictEqual(tidy(before));
			expect(hasChanges(differenceOf(before, before))).toBe(false);
			expect(changedWordsOf(differenceOf(before, before))).toEqual({ added: 0, removed: 0 });
		}),
		{ numRuns: 200 }
	);
});

test('a difference cannot be applied to another text', () => {
	const difference = differenceOf(textOf(p('Bus')), textOf(p('Bahn')));
	expect(() => apply(difference, textOf(p('Rad')))).toThrow(RangeError);
	expect(() => undo(difference, textOf(p('Bus')))).toThrow(RangeError);
});

test('correcting one word marks this word', () => {
	expect(shownBlock(p('Der Bus fährt am Samstag nicht.'), p('Der Bus fährt am Sonntag nicht.'))).toBe(
		'Der Bus fährt am [-Samstag-]{+Sonntag+} nicht.'
	);
	expect(shownBlock(p('mit dem Bus, auch abends'), p('mit dem Rufbus, auch abends'))).toBe(
		'mit dem [-Bus-]{+Rufbus+}, auch abends'
	);
	expect(shownBlock(p('Bus'), p('Rufbus'))).toBe('[-Bus-]{+Rufbus+}');
});

test('an unchanged word at the end is neither struck nor inserted', () => {
	expect(
		shownBlock(
			p('Es gibt zu wenige Plätze in der Tagespflege'),
			p('Es gibt viel zu wenige in der Tagespflege')
		)
	).toBe('Es gibt{+ viel+} zu wenige[- Plätze-] in der Tagespflege');
});

test('a change that only deletes a paragraph is one, and marks no neighbour', () => {
	const before = textOf(p('Erster Absatz.'), p('Zweiter Absatz.'), p('Dritter Absatz.'));
	const after = textOf(p('Erster Absatz.'), p('Dritter Absatz.'));
	expect(kinds(before, after)).toEqual(['kept', 'removed', 'kept']);
	expect(hasChanges(differenceOf(before, after))).toBe(true);
	expect(changedWordsOf(differenceOf(before, after))).toEqual({ added: 0, removed: 2 });
});

test('a paragraph that moves marks no neighbour, and one that is corrected while it moves shows what', () => {
	const [a, b, c] = [
		p('Der Bus fährt nach Harz.'),
		p('Die Pflege braucht mehr Plätze.'),
		p('Die Wohnung ist teuer.')
	];
	expect(kinds(textOf(a, b, c), textOf(c, a, b))).toEqual(['moved', 'kept', 'kept', 'left']);
	const [step] = differenceOf(textOf(a, b, c), textOf(p('Die Wohnung ist zu teuer.'), a, b)).blocks;
	expect(step).toMatchObject({ kind: 'moved', move: 1, change: { of: 'words' } });
	expect(changedWordsOf(differenceOf(textOf(a, b, c), textOf(c, a, b)))).toEqual({ added: 0, removed: 0 });
});

test('the end of a paragraph is never ignored, other white space always', () => {
	const one = textOf(p('Der Bus fährt. Die Bahn nicht.'));
	expect(hasChanges(differenceOf(one, textOf(p('Der Bus fährt.'), p('Die Bahn nicht.'))))).toBe(true);
	const lines: Block = {
		kind: 'paragraph',
		runs: [{ text: 'Der Bus fährt.' }, { break: true }, { text: 'Die Bahn nicht.' }]
	};
	expect(hasChanges(differenceOf(one, textOf(lines)))).toBe(true);
	const spaced = textOf(p('Der\u00a0Bus fährt.\u202fDie Bahn nicht.'));
	const difference = differenceOf(one, spaced);
	expect(hasChanges(difference)).toBe(false);
	expect(apply(difference, one)).toStrictEqual(spaced);
	expect(hasChanges(differenceOf(textOf(p('Rad-Weg')), textOf(p('Rad\u2011Weg'))))).toBe(false);
});

test('what is set otherwise is a change of its own', () => {
	const bold = (text: string): Run => ({ text, marks: ['strong'] });
	const of = (before: Run[], after: Run[]) =>
		shownBlock({ kind: 'paragraph', runs: before }, { kind: 'paragraph', runs: after });
	expect(of([{ text: 'Der Bus fährt gut' }], [{ text: 'Der ' }, bold('Bus fährt'), { text: ' gut' }])).toBe(
		'Der =Bus fährt= gut'
	);
	expect(of([{ text: 'Rufbus' }], [{ text: 'Ruf' }, bold('bus')])).toBe('=Rufbus=');
	const link = (href: string): Block => ({ kind: 'paragraph', runs: [{ text: 'Plan', href }] });
	expect(differenceOf(textOf(link('https://a.de')), textOf(link('https://b.de'))).blocks).toMatchObject([
		{ kind: 'changed', change: { what: ['link'] } }
	]);
	const french: Block = { kind: 'paragraph', runs: [{ text: 'Bus', language: 'fr' }] };
	expect(differenceOf(textOf(p('Bus')), textOf(french)).blocks).toMatchObject([
		{ change: { what: ['language'] } }
	]);
});

test('level, format, start, number, alternative text and reach are changes of their own', () => {
	const whatOf = (before: Block, after: Block) =>
		differenceOf(textOf(before), textOf(after)).blocks.map(
			(step) => step.kind === 'changed' && step.change.what
		);
	const h = (level: number, number?: string): Block => ({
		kind: 'heading',
		level,
		...(number ? { number } : {}),
		runs: [{ text: 'Bus' }]
	});
	expect(whatOf(h(1), h(2))).toEqual([['level']]);
	expect(whatOf(h(1, '1'), h(1, '2'))).toEqual([['number']]);
	expect(whatOf(p('Bus'), h(1))).toEqual([['kind', 'level']]);
	const l = (format: 'decimal' | 'lower-alpha', start: number): Block => ({
		kind: 'list',
		format,
		start,
		items: [{ blocks: [p('Bus')] }]
	});
	expect(whatOf(l('decimal', 2), l('lower-alpha', 3))).toEqual([['format', 'start']]);
	const image = (alt?: string): Block => ({
		kind: 'image',
		file: 'k',
		...(alt === undefined ? {} : { alt })
	});
	expect(whatOf(image(), image(''))).toEqual([['alt']]);
	const reach = (columns?: number): Block => ({
		kind: 'table',
		head: [],
		body: [[{ blocks: [p('Bus')], ...(columns ? { columns } : {}) }]]
	});
	expect(differenceOf(textOf(reach()), textOf(reach(2))).blocks).toMatchObject([
		{ change: { of: 'table', body: [{ change: { cells: [{ change: { what: ['span'] } }] } }] } }
	]);
});

test('items, rows and cells are compared each with its own', () => {
	const [step] = differenceOf(
		textOf(list('Bus', 'Bahn', 'Rad')),
		textOf(list('Bus', 'Fähre', 'Bahn', 'Rad'))
	).blocks;
	expect(step).toMatchObject({
		change: { of: 'list', items: [{ kind: 'kept' }, { kind: 'added' }, { kind: 'kept' }, { kind: 'kept' }] }
	});
	const before = table(['Ort', 'Plätze'], ['Harz', '12'], ['Thale', '7']);
	const after = table(['Ort', 'Plätze'], ['Harz', '13'], ['Thale', '7']);
	expect(differenceOf(textOf(before), textOf(after)).blocks).toMatchObject([
		{
			change: {
				body: [
					{ kind: 'kept' },
					{ kind: 'changed', change: { cells: [{ kind: 'kept' }, { kind: 'changed' }] } },
					{ kind: 'kept' }
				]
			}
		}
	]);
	const [wide] = differenceOf(
		textOf(before),
		textOf(table(['Ort', 'neu', 'Plätze'], ['Harz', 'x', '12'], ['Thale', 'y', '7']))
	).blocks;
	expect(wide).toMatchObject({
		change: {
			body: Array(3).fill({ change: { cells: [{ kind: 'kept' }, { kind: 'added' }, { kind: 'kept' }] } })
		}
	});
});

test('a new note that shifts the numbers of the others is one new note', () => {
	const note = (key: string, text: string): Note => ({ key, place: 'foot', blocks: [p(text)] });
	const runs = (...keys: string[]): Block => ({
		kind: 'paragraph',
		runs: keys.flatMap((key): Run[] => [{ text: ' Wort' }, { note: key }])
	});
	const before: Text = { blocks: [runs('1'), p('Ende')], notes: [note('1', 'Stand 2026')] };
	const after: Text = {
		blocks: [p('Anfang'), runs('1', '2'), p('Ende')],
		notes: [note('1', 'Quelle'), note('2', 'Stand 2026')]
	};
	const difference = differenceOf(before, after);
	expect(difference.notes.map((step) => step.kind)).toEqual(['added', 'kept']);
	expect(difference.blocks.map((step) => step.kind)).toEqual(['added', 'changed', 'kept']);
	const [, step] = difference.blocks;
	expect(step?.kind === 'changed' && step.change.of === 'words' && shown(step.change.pieces)).toBe(
		'Wort{+[^1] Wort+}[^2]'
	);
});

test('two plain wordings are compared by words and lines', () => {
	expect(differenceOfWords('Der Bus fährt.\nImmer.', 'Der Rufbus fährt.\nImmer!')).toEqual([
		{ kind: 'kept', after: 'Der ' },
		{ kind: 'deleted', before: 'Bus' },
		{ kind: 'inserted', after: 'Rufbus' },
		{ kind: 'kept', after: ' fährt.\nImmer' },
		{ kind: 'deleted', before: '.' },
		{ kind: 'inserted', after: '!' }
	]);
	expect(differenceOfWords('a\u00a0b', 'a b')).toEqual([{ kind: 'kept', before: 'a\u00a0b', after: 'a b' }]);
	const wording = fc
		.array(fc.constantFrom('Bus', ' ', '\n', '  ', ',', 'Bahn', '\u00a0'), { maxLength: 12 })
		.map((all) => all.join(''));
	fc.assert(
		fc.property(wording, wording, (before, after) => {
			const pieces = differenceOfWords(before, after);
			expect(pieces.map((piece) => piece.after ?? '').join('')).toBe(after);
			expect(pieces.map((piece) => piece.before ?? (piece.kind === 'kept' ? piece.after : '')).join('')).toBe(
				before
			);
		})
	);
});
