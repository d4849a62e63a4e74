import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { text as randomText } from '../../../tests/texts/random.ts';
import { anchorAt, findQuote, standing } from './anchor.ts';
import type { Block, Text } from './block.ts';
import type { KeyedSection } from './lineage.ts';
import { alikeForm, plainOf, tokensOf } from './plain.ts';
import { change, merge, move, remove, split, type Edit } from './section-edits.ts';
import { tidy } from './tidy.ts';

const p = (text: string): Block => ({ kind: 'paragraph', runs: [{ text }] });
const textOf = (...all: string[]): Text => ({ blocks: all.map(p), notes: [] });
const place = { version: '1', section: 'k1' };

function anchorOn(text: Text, words: string, nth = 0) {
	const plain = plainOf(text);
	let start = -1;
	for (let left = nth; left >= 0; left -= 1) start = plain.indexOf(words, start + 1);
	return anchorAt(text, start, start + words.length, place);
}
const wordsAt = (text: Text, anchor: ReturnType<typeof anchorOn>) => {
	const found = findQuote(text, anchor);
	return found.state === 'gone' ? 'gone' : `${found.state}: ${plainOf(text).slice(found.start, found.end)}`;
};

test('words are found again, also where spaces and hyphens no longer break', () => {
	const text = textOf('Der Bus fährt am Samstag nicht.', 'Die Rad- und Fußwege sind 10 km lang.');
	const anchor = anchorOn(text, 'Rad- und Fußwege sind 10 km');
	expect(wordsAt(text, anchor)).toBe('exact: Rad- und Fußwege sind 10 km');
	expect(wordsAt(textOf('Neu.', 'Die Rad\u2011 und Fußwege  sind 10\u00a0km lang.'), anchor)).toMatch(
		/^exact: Rad/
	);
});

test('of two places with the same words the one with the same neighbours is meant', () => {
	const text = textOf('Im Norden fehlt ein Bus am Abend.', 'Im Süden fehlt ein Bus am Morgen.');
	const anchor = anchorOn(text, 'fehlt ein Bus', 1);
	const found = findQuote(
		textOf('Ganz neu.', ...text.blocks.map((block) => plainOf({ blocks: [block], notes: [] }))),
		anchor
	);
	expect(found).toHaveProperty('start', 'Ganz neu.\nIm Norden fehlt ein Bus am Abend.\nIm Süden '.length);
});

test('words that changed are found where most of them are, or between their neighbours', () => {
	const text = textOf(
		'Die Stadt plant viel. Der Bus fährt am Samstag nur zweimal. Das ist zu wenig für alle.'
	);
	const anchor = anchorOn(text, 'Der Bus fährt am Samstag nur zweimal.');
	const after = textOf(
		'Die Stadt plant viel. Der Rufbus fährt am Samstag nur dreimal. Das ist zu wenig für alle.'
	);
	expect(wordsAt(after, anchor)).toBe('changed: Der Rufbus fährt am Samstag nur dreimal.');
	expect(wordsAt(textOf('Die Stadt plant viel. Ganz anders! Das ist zu wenig für alle.'), anchor)).toBe(
		'changed: Ganz anders!'
	);
	expect(findQuote(textOf('Von etwas ganz anderem.'), anchor)).toEqual({ state: 'gone' });
});

test('whatever is quoted is found where it was, and nothing throws', () => {
	fc.assert(
		fc.property(randomText, fc.nat(), fc.nat(), randomText, (text, from, length, other) => {
			const tidied = tidy(text);
			const tokens = tokensOf(plainOf(tidied));
			const starts = tokens.map((_, at) => tokens.slice(0, at).join('').length);
			const first = from % Math.max(1, tokens.length);
			const last = Math.min(tokens.length, first + 1 + (length % 8));
			const end = last < tokens.length ? (starts[last] ?? 0) : plainOf(tidied).length;
			const anchor = anchorAt(tidied, starts[first] ?? 0, end, place);
			const found = findQuote(tidied, anchor);
			expect(found.state).toBe('exact');
			if (found.state === 'gone') return;
			const isWhole = alikeForm(anchor.quote) === '';
			if (!isWhole)
				expect(alikeForm(plainOf(tidied).slice(found.start, found.end))).toBe(alikeForm(anchor.quote));
			findQuote(other, anchor);
		}),
		{ numRuns: 150 }
	);
});

const sections: KeyedSection[] = ['k0', 'k1', 'k2', 'k3'].map((key) => ({
	key,
	level: 1,
	heading: key,
	text: textOf(`Erster Absatz von ${key}.`, `Zweiter Absatz von ${key} mit Bus.`)
}));
const anchor = anchorOn(sections[1]?.text as Text, 'Zweiter Absatz von k1');
const after = ({ lineage, sections: later }: Edit, one = anchor) => standing(one, lineage, later);

test('an anchor says what became of it', () => {
	const exact = { state: 'exact' };
	expect(after(change(sections, 'k2', { heading: 'neu' }))).toMatchObject({
		state: 'unchanged',
		isSectionChanged: false
	});
	const elsewhere = change(sections, 'k1', {
		text: textOf('Neuer Anfang.', 'Zweiter Absatz von k1 mit Bus.')
	});
	expect(after(elsewhere)).toMatchObject({
		state: 'unchanged',
		isSectionChanged: true,
		heirs: [{ key: 'k1', found: exact }]
	});
	expect(after(elsewhere, { ...anchor, quote: '' })).toMatchObject({ state: 'text changed' });
	expect(after(change(sections, 'k1', { text: textOf('Erster Absatz.') }))).toEqual({
		state: 'text changed',
		isSectionChanged: true,
		heirs: [{ key: 'k1', found: { state: 'gone' } }]
	});
	expect(after(move(sections, 'k1', undefined, 1))).toMatchObject({
		state: 'moved',
		heirs: [{ key: 'k1', found: exact }]
	});
	expect(after(split(sections, 'k1', 1, 'neu', 'Neu'))).toMatchObject({
		state: 'split',
		heirs: [{ key: 'neu', found: exact }, { key: 'k1' }]
	});
	expect(after(merge(sections, ['k0', 'k1']))).toMatchObject({
		state: 'merged',
		heirs: [{ key: 'k0', found: exact }]
	});
	expect(after(remove(sections, 'k1', 'doppelt'))).toEqual({
		state: 'removed',
		isSectionChanged: false,
		heirs: []
	});
});
