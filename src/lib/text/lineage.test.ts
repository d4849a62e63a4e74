import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import {
	documentOf,
	noun,
	oneOf,
	paragraph,
	randomFrom,
	reworded,
	type Random
} from '../../../tests/texts/document.ts';
import type { Block, Section } from './block.ts';
import { proposeLineage } from './lineage-proposal.ts';
import { compose, heirsIn } from '../../../tests/composed-lineage.ts';
import type { Descent, KeyedSection, Lineage } from './lineage.ts';
import { plainOf, wordsOf } from './plain.ts';
import { add, change, merge, move, remove, split, type Edit } from './section-edits.ts';

const p = (text: string): Block => ({ kind: 'paragraph', runs: [{ text }] });
const keys = (sections: KeyedSection[]) => sections.map((section) => section.key);
const levels = (sections: Section[]) => sections.map((section) => section.level);
const words = (sections: Section[]) =>
	sections.flatMap((section) => [...wordsOf(section.heading), ...wordsOf(plainOf(section.text))]).toSorted();
const fates = (lineage: Lineage) => lineage.map(({ from = '', to = '', fate }) => `${from}>${to} ${fate}`);

/** Sections with words that are nowhere else. */
const small = (count: number): KeyedSection[] =>
	Array.from({ length: count }, (_, at) => ({
		key: `k${at}`,
		level: at % 3 === 0 ? 1 : 2,
		heading: `h${at}`,
		text: { blocks: [0, 1, 2, 3].map((block) => p(`k${at}x${block}`)), notes: [] }
	}));

test('each act says how the sections descend', () => {
	const sections = small(4);
	expect(fates(split(sections, 'k1', 2, 'neu', 'Neu').lineage)).toEqual([
		'k0>k0 kept',
		'k1>k1 split',
		'k1>neu split',
		'k2>k2 kept',
		'k3>k3 kept'
	]);
	const merged = merge(sections, ['k2', 'k1']);
	expect(fates(merged.lineage)).toEqual(['k0>k0 kept', 'k1>k1 merged', 'k2>k1 merged', 'k3>k3 kept']);
	expect(plainOf(merged.sections[1]?.text ?? { blocks: [], notes: [] })).toContain('k1x3\nh2\nk2x0');
	const moved = move(sections, 'k0', undefined, 1);
	expect(keys(moved.sections)).toEqual(['k3', 'k0', 'k1', 'k2']);
	expect(fates(moved.lineage)).toEqual(['k3>k3 kept', 'k0>k0 moved', 'k1>k1 kept', 'k2>k2 kept']);
	expect(remove(sections, 'k0', 'doppelt').lineage).toEqual([
		{ from: 'k3', to: 'k3', fate: 'kept', isChanged: false },
		...['k0', 'k1', 'k2'].map((from) => ({ from, fate: 'removed', isChanged: false, reason: 'doppelt' }))
	]);
	const changedRows = (edit: Edit) => edit.lineage.filter((row) => row.isChanged).map((row) => row.to);
	expect(changedRows(change(sections, 'k1', { heading: 'Neu' }))).toEqual(['k1']);
	expect(changedRows(change(sections, 'k1', { number: '9' }))).toEqual([]);
	expect(() => split(sections, 'k1', 0, 'neu', '')).toThrow(RangeError);
	expect(() => move(sections, 'k0', 'k1', 1)).toThrow(RangeError);
	expect(() => merge(sections, ['k1', 'nirgends'])).toThrow(RangeError);
});

const act = fc.record({
	kind: fc.constantFrom(
		'split' as const,
		'merge' as const,
		'move' as const,
		'remove' as const,
		'add' as const
	),
	one: fc.nat(),
	other: fc.nat(),
	at: fc.integer({ min: 1, max: 3 })
});
type Act = typeof act extends fc.Arbitrary<infer One> ? One : never;

function perform(sections: KeyedSection[], { kind, one, other, at }: Act, name: string): Edit | undefined {
	const key = sections[one % sections.length]?.key ?? '';
	const target = sections[other % sections.length]?.key ?? '';
	try {
		if (kind === 'split') return split(sections, key, at, name, name);
		if (kind === 'merge') return merge(sections, [key, target]);
		if (kind === 'move') return move(sections, key, target, at);
		if (kind === 'remove') return sections.length > 6 ? remove(sections, key, 'Grund') : undefined;
		return add(
			sections,
			{ key: name, level: 1, heading: name, text: { blocks: [p(`${name}x`)], notes: [] } },
			target
		);
	} catch (error) {
		expect(error).toBeInstanceOf(RangeError);
		return undefined;
	}
}

test('no word is lost by split, merge and move, and no level is skipped', () => {
	fc.assert(
		fc.property(act, (one) => {
			const sections = small(9);
			const edit = perform(sections, one, 'neu');
			if (!edit || one.kind === 'remove' || one.kind === 'add') return;
			expect(words(edit.sections).filter((word) => word !== 'neu')).toEqual(words(sections));
			levels(edit.sections).forEach((level, at, all) =>
				expect(level).toBeLessThanOrEqual((all[at - 1] ?? 0) + 1)
			);
		})
	);
});

test('a lineage over many versions reaches every heir of every section', () => {
	fc.assert(
		fc.property(fc.array(act, { minLength: 2, maxLength: 8 }), (acts) => {
			const first = small(9);
			let sections = first;
			let lineage: Lineage | undefined;
			/* From which of the first sections each may have words. */
			const origins = new Map(first.map((section) => [section.key, new Set([section.key])]));
			for (const [at, one] of acts.entries()) {
				const edit = perform(sections, one, `neu${at}`);
				if (!edit) continue;
				const both = [one.one, one.other].map((place) => sections[place % sections.length]?.key ?? '');
				const all = both.map((key) => origins.get(key) ?? new Set<string>());
				if (one.kind === 'split') origins.set(`neu${at}`, all[0] ?? new Set());
				if (one.kind === 'merge')
					for (const key of both)
						origins.set(
							key,
							all.reduce((a, b) => a.union(b))
						);
				lineage = lineage ? compose(lineage, edit.lineage) : edit.lineage;
				sections = edit.sections;
			}
			if (!lineage) return;
			const truth = sections.flatMap((to) =>
				[...(origins.get(to.key) ?? [])].map((from) => `${from}>${to.key}`)
			);
			const rows = lineage.filter((row) => row.from !== undefined && row.to !== undefined);
			expect(rows.map((row) => `${row.from}>${row.to}`).toSorted()).toEqual(truth.toSorted());
			const own = (section: KeyedSection) =>
				new Set(wordsOf(plainOf(section.text)).filter((word) => word.includes('x')));
			const isIn = (side: 'from' | 'to', key: string) => lineage.some((row) => row[side] === key);
			for (const from of first) {
				const heirs = heirsIn(lineage, from.key);
				expect(isIn('from', from.key)).toBe(true);
				for (const to of sections) if (!own(from).isDisjointFrom(own(to))) expect(heirs).toContain(to.key);
			}
			for (const { key } of sections) expect(isIn('to', key)).toBe(true);
		}),
		{ numRuns: 150 }
	);
});

test('sections that carry their keys are heirs by key', () => {
	const before = small(3);
	const after = [
		before[2],
		{ ...before[0], heading: 'ganz neu', text: { blocks: [p('anders')], notes: [] } }
	] as KeyedSection[];
	expect(fates(proposeLineage(before, after).lineage)).toEqual(['k2>k2 moved', 'k0>k0 kept', 'k1> removed']);
});

test('a change of number alone is no change', () => {
	const before = documentOf(3, 20);
	const after = before.map(({ key: _, ...section }, at) => ({ ...section, number: `${at + 7}` }));
	const { sections, lineage } = proposeLineage(before, after);
	expect(keys(sections)).toEqual(keys(before));
	expect(lineage.every((row) => row.fate === 'kept' && !row.isChanged)).toBe(true);
});

/** The usual edits of a draft, and how its sections descend. */
function draftOf(random: Random, before: KeyedSection[]): { sections: KeyedSection[]; truth: Lineage } {
	let sections = before;
	let truth: Lineage | undefined;
	const make = (edit: Edit) => {
		truth = truth ? compose(truth, edit.lineage) : edit.lineage;
		sections = edit.sections;
	};
	const touched = new Set<string>();
	const some = (isFit: (section: KeyedSection) => boolean) => {
		const fit = sections.filter((section) => isFit(section) && !touched.has(section.key));
		const section = oneOf(random, fit);
		touched.add(section.key);
		return section;
	};
	const isLeaf = (section: KeyedSection) => section.level === 2 && section.text.blocks.length > 0;
	for (let left = 10; left > 0; left -= 1) {
		const { key, text } = some(isLeaf);
		make(change(sections, key, { text: reworded(random, text, 0.15) }));
	}
	for (let left = 3; left > 0; left -= 1)
		make(change(sections, some(isLeaf).key, { heading: `${noun(random)} ${noun(random)}` }));
	for (let left = 3; left > 0; left -= 1) {
		const { key, text } = some((section) => section.text.blocks.length >= 3);
		make(split(sections, key, Math.ceil(text.blocks.length / 2), `teil${left}`, noun(random)));
		touched.add(`teil${left}`);
	}
	for (let left = 2; left > 0; left -= 1) {
		const at = sections.findIndex((one, place) => {
			const next = sections[place + 1];
			return next && [one, next].every((section) => isLeaf(section) && !touched.has(section.key));
		});
		const pair = keys(sections.slice(at, at + 2));
		for (const key of pair) touched.add(key);
		make(merge(sections, pair));
	}
	for (let left = 3; left > 0; left -= 1) {
		const { key } = some(isLeaf);
		const { key: target } = oneOf(
			random,
			sections.filter((section) => section.level === 2 && section.key !== key)
		);
		make(move(sections, key, target, 2));
	}
	for (let left = 3; left > 0; left -= 1) make(remove(sections, some(isLeaf).key, ''));
	for (let left = 4; left > 0; left -= 1) {
		const blocks = [paragraph(random), paragraph(random)];
		const target = oneOf(random, sections).key;
		make(
			add(
				sections,
				{ key: `neu${left}`, level: 2, heading: noun(random), text: { blocks, notes: [] } },
				target
			)
		);
	}
	return { sections, truth: truth ?? [] };
}

test('what texts without keys became is found for at least 95 of 100 sections', () => {
	for (const seed of [1, 2, 3]) {
		const before = documentOf(seed, 120);
		const { sections, truth } = draftOf(randomFrom(seed * 77), before);
		const names = new Map(sections.map((section, at) => [section.key, at]));
		const proposed = proposeLineage(
			before,
			sections.map(({ key: _, ...section }, at) => ({ ...section, number: `${at}` }))
		);
		const places = new Map(proposed.sections.map((section, at) => [section.key, at]));
		const rowOf = (row: Descent, at: Map<string, number>, withFate: boolean) =>
			JSON.stringify([
				row.from ?? '',
				row.to === undefined ? '' : at.get(row.to),
				withFate ? [row.fate, row.isChanged] : ''
			]);
		const share = (withFate: boolean) => {
			const right = new Set(truth.map((row) => rowOf(row, names, withFate)));
			const answers = proposed.lineage.map((row) => rowOf(row, places, withFate));
			return answers.filter((row) => right.has(row)).length / Math.max(right.size, answers.length);
		};
		expect(share(false)).toBeGreaterThanOrEqual(0.95);
		expect(share(true)).toBeGreaterThanOrEqual(0.95);
	}
});

test('every section of both versions is in a row, whatever the versions are', () => {
	fc.assert(
		fc.property(
			fc.nat(),
			fc.nat(),
			fc.integer({ min: 0, max: 12 }),
			fc.integer({ min: 0, max: 12 }),
			(one, other, few, many) => {
				const [before, after] = [
					documentOf(one % 50, few),
					documentOf(other % 50, many).map(({ key: _, ...rest }) => rest)
				];
				const { sections, lineage } = proposeLineage(before, after);
				expect(new Set(keys(sections)).size).toBe(after.length);
				expect(new Set(lineage.flatMap((row) => row.from ?? []))).toEqual(new Set(keys(before)));
				expect(new Set(lineage.flatMap((row) => row.to ?? []))).toEqual(new Set(keys(sections)));
			}
		),
		{ numRuns: 60 }
	);
});
