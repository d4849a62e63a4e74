import type { Section } from './block.ts';
import { heaviest } from './common.ts';
import { findHeirs, type Found, type Traits } from './lineage-heirs.ts';
import { lineageOf, type KeyedSection, type Line, type Lineage } from './lineage.ts';
import { isChanged } from './section-edits.ts';

/*
 * Which section is which where nobody recorded it: a draft comes back from a word processor without keys.
 */

/** Which heirs stand elsewhere: below another section, or in another order among those below the same. */
function movedIn(found: Found): Set<number> {
	const lines = [...found.heirs];
	const isBelowHeir = ([from, to]: [number, number]) => {
		const [parent, heir] = [found.before[from]?.parent ?? -1, found.after[to]?.parent ?? -1];
		if (parent < 0 || heir < 0) return parent === heir;
		return (
			found.heirs.get(parent) === heir || found.parts.some((part) => part.from === parent && part.to === heir)
		);
	};
	const staying = Map.groupBy(lines.filter(isBelowHeir), ([, to]) => found.after[to]?.parent ?? -1);
	const inOrder = new Set(
		[...staying.values()].flatMap((siblings) =>
			heaviest(siblings.map(([from, to]) => ({ from, to, weight: 1 }))).map(({ from }) => from)
		)
	);
	return new Set(lines.map(([from]) => from).filter((from) => !inOrder.has(from)));
}

/** Keys for the later version: its own, else that of the ancestor, else a new one. */
function keyed(found: Found, newKey: () => string): KeyedSection[] {
	const taken = new Set(found.before.flatMap(({ section }) => section.key ?? []));
	const used = new Set<string>();
	const fresh = () => {
		let key = newKey();
		while (taken.has(key) || used.has(key)) key = newKey();
		return key;
	};
	return found.after.map(({ section }, place) => {
		const ancestor = found.before[found.ancestors.get(place) ?? -1]?.section.key;
		const own = ancestor ?? (section.key !== undefined && !taken.has(section.key) ? section.key : undefined);
		const key = own === undefined || used.has(own) ? fresh() : own;
		used.add(key);
		return { ...section, key };
	});
}

const countedKeys = () => {
	let count = 0;
	return () => `s${(count += 1)}`;
};

/**
 * Proposes how the sections of one version became those of the next: by key, else by heading and words. The later sections come back
 * with keys: an heir has the key of its ancestor, what is new one from `newKey`. Work grows with the length of both, not with its
 * square.
 */
export function proposeLineage(
	before: KeyedSection[],
	after: Section[],
	newKey: () => string = countedKeys()
): { sections: KeyedSection[]; lineage: Lineage } {
	const found = findHeirs(before, after);
	const sections = keyed(found, newKey);
	const moved = movedIn(found);
	const keyOf = (place: number) => (sections[place] as KeyedSection).key;
	const fromKey = (place: number) => (before[place] as KeyedSection).key;
	const rearranged = new Set(found.parts.flatMap(({ from, to }) => [`from ${from}`, `to ${to}`]));
	const lacks = (part: Traits, whole: Traits) => [...part.blocks].some((block) => !whole.blocks.has(block));
	const main = [...found.heirs].map(([from, to]): Line => {
		const [one, other] = [found.before[from] as Traits, found.after[to] as Traits];
		const [isSplit, isMerged] = [rearranged.has(`from ${from}`), rearranged.has(`to ${to}`)];
		const differs = isSplit
			? lacks(other, one)
			: isMerged
				? lacks(one, other)
				: isChanged(one.section, other.section);
		return { from: fromKey(from), to: keyOf(to), isChanged: differs, isMoved: moved.has(from) };
	});
	const parts = found.parts.map(({ from, to }): Line => {
		const [one, other] = [found.before[from] as Traits, found.after[to] as Traits];
		const isMerge = found.ancestors.has(to);
		const differs = isMerge ? lacks(one, other) : lacks(other, one);
		return { from: fromKey(from), to: keyOf(to), isChanged: differs, isMoved: false };
	});
	return {
		sections,
		lineage: lineageOf(
			before.map((section) => section.key),
			sections.map((section) => section.key),
			[...main, ...parts]
		)
	};
}
