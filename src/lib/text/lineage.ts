import type { Section } from './block.ts';

/*
 * Which section of one version is which of the next. One row for each heir of each section: a split has one row per heir, a merge
 * one per ancestor. Every section of either version is in at least one row.
 */

/**
 * What became of a section. A section may be split and one of its parts merged into another: then the row says `split`, and the
 * other rows with the same `to` say `merged`.
 */
export type Fate = 'kept' | 'moved' | 'split' | 'merged' | 'removed' | 'added';

export interface Descent {
	/** Key in the earlier version; missing where it is `added`. */
	from?: string;
	/** Key in the later version; missing where it is `removed`. */
	to?: string;
	fate: Fate;
	/** Whether heading or words are not what they were; besides a split or merge itself. A number is neither. */
	isChanged: boolean;
	/** Why it was removed, where somebody said so. */
	reason?: string;
}

export type Lineage = Descent[];

export type KeyedSection = Section & { key: string };

/** A line from a section to its heir. */
export interface Line {
	from: string;
	to: string;
	isChanged: boolean;
	isMoved: boolean;
}

/** The rows for these lines; sections without a line are removed or added. */
export function lineageOf(
	before: string[],
	after: string[],
	lines: Line[],
	reasons: Map<string, string | undefined> = new Map()
): Lineage {
	const countOf = (side: 'from' | 'to') => {
		const counts = new Map<string, number>();
		for (const line of lines) counts.set(line[side], (counts.get(line[side]) ?? 0) + 1);
		return counts;
	};
	const [heirs, ancestors] = [countOf('from'), countOf('to')];
	const fateOf = ({ from, to, isMoved }: Line): Fate => {
		if ((heirs.get(from) ?? 0) > 1) return 'split';
		if ((ancestors.get(to) ?? 0) > 1) return 'merged';
		return isMoved ? 'moved' : 'kept';
	};
	const byHeir = Map.groupBy(lines, (line) => line.to);
	return [
		...after.flatMap((to): Lineage => {
			const own = byHeir.get(to) ?? [];
			if (own.length === 0) return [{ to, fate: 'added', isChanged: false }];
			return own.map((line) => ({ from: line.from, to, fate: fateOf(line), isChanged: line.isChanged }));
		}),
		...before
			.filter((from) => !heirs.has(from))
			.map((from): Descent => {
				const reason = reasons.get(from);
				return { from, fate: 'removed', isChanged: false, ...(reason ? { reason } : {}) };
			})
	];
}
