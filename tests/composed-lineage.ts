import { lineageOf, type Line, type Lineage } from '#lib/text/lineage.ts';

/**
 * The lineage over three versions from those between each two. What was split and merged again in between, or merged with what came
 * in between, counts as changed: only a comparison could tell.
 */
export function compose(earlier: Lineage, later: Lineage): Lineage {
	const onwards = Map.groupBy(later, (row) => row.from);
	const lines = new Map<string, Line & { isRearranged: boolean }>();
	const reasons = new Map<string, string | undefined>();
	for (const row of earlier) {
		if (row.from === undefined) continue;
		if (row.to === undefined) reasons.set(row.from, row.reason);
		for (const next of row.to === undefined ? [] : (onwards.get(row.to) ?? [])) {
			if (next.to === undefined) reasons.set(row.from, reasons.get(row.from) ?? next.reason);
			else {
				const name = JSON.stringify([row.from, next.to]);
				const known = lines.get(name);
				const fates = [row.fate, next.fate];
				lines.set(name, {
					from: row.from,
					to: next.to,
					isChanged: row.isChanged || next.isChanged || known?.isChanged === true,
					isMoved: fates.includes('moved') || known?.isMoved === true,
					isRearranged: fates.includes('split') || fates.includes('merged')
				});
			}
		}
	}
	const first = [...new Set(earlier.flatMap((row) => row.from ?? []))];
	const last = [...new Set(later.flatMap((row) => row.to ?? []))];
	const rows = lineageOf(first, last, [...lines.values()], reasons);
	return rows.map((row) => {
		const isRearranged = lines.get(JSON.stringify([row.from, row.to]))?.isRearranged === true;
		const isOneToOne = row.fate === 'kept' || row.fate === 'moved';
		return { ...row, isChanged: row.isChanged || (isOneToOne && isRearranged) };
	});
}

/** The keys of what a section has become; none where it was removed. */
export const heirsIn = (lineage: Lineage, key: string): string[] =>
	lineage.flatMap((row) => (row.from === key && row.to !== undefined ? [row.to] : []));
