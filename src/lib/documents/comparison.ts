import { z } from 'zod';
import type { ChangeSum } from '#lib/text/difference-count.ts';
import type { Text } from '#lib/text/block.ts';
import { textSchema } from '#lib/text/text-schema.ts';
import type { Difference } from '#lib/text/difference.ts';
import type { Descent } from '#lib/text/lineage.ts';
import { fatesOf } from './descent.ts';
import { documentHead, version } from './document.ts';

export const versionNumber = z.coerce.number().int().min(1).max(9999);

/** What the database says of two versions (`supabase/schemas/documents/differences.sql`). */

export const comparedVersions = z.strictObject({ document: documentHead, before: version, after: version });
export type ComparedVersions = z.infer<typeof comparedVersions>;

const standing = z.strictObject({
	id: z.string(),
	key: z.string(),
	level: z.int(),
	number: z.string().nullable(),
	heading: z.string()
});
export type Standing = z.infer<typeof standing>;

export const comparedSections = z.strictObject({
	/** All sections of either version, in order. */
	before: z.array(standing),
	after: z.array(standing),
	/** Which came from which. */
	ways: z.array(z.strictObject({ from: z.string(), to: z.string(), isChanged: z.boolean() })),
	/** Why some were taken out, by their ids. */
	reasons: z.record(z.string(), z.string().nullable())
});
export type ComparedSections = z.infer<typeof comparedSections>;

const said = z.strictObject({ id: z.string(), level: z.int(), heading: z.string(), body: textSchema });
export type Said = z.infer<typeof said>;
export const comparedTexts = z.strictObject({ before: z.array(said), after: z.array(said) });
export type ComparedTexts = z.infer<typeof comparedTexts>;

/** Sections that belong together, one in most cases: what was put together or divided is compared as a whole. */
export interface Change {
	/** Of the first section, by which a page of changes begins. */
	key: string;
	before: Standing[];
	after: Standing[];
	fates: Descent[];
	/** It says something else than before, so that there is a difference to show. */
	isWorded: boolean;
}

/** What there is to show of it. */
export interface ShownText {
	/** What it says now; null where it is gone. */
	text: Text | null;
	difference: { difference: Difference; sum: ChangeSum } | null;
}

/** What changed between two versions. */
export interface Comparison {
	changes: Change[];
	/** How many words of all together; null where that would take too long. */
	sum: ChangeSum | null;
}

/** What changed, in the order of the new version; what was taken out stands at the end. */
export function changesOf({ before, after, ways, reasons }: ComparedSections): Change[] {
	const isChanged = new Map(ways.map(({ from, to, isChanged }) => [`${from} ${to}`, isChanged]));
	const origins = Map.groupBy(ways, ({ to }) => to);
	const heirs = Map.groupBy(ways, ({ from }) => from);
	const fates = fatesOf(
		before,
		after.map((section) => ({
			...section,
			origins: (origins.get(section.id) ?? []).map(({ from }) => from)
		})),
		new Map(Object.entries(reasons).map(([id, reason]) => [id, reason ?? ''])),
		(from, to) => isChanged.get(`${from} ${to}`) ?? false
	);
	const found = new Set<string>();
	const together = (first: { was?: string; is?: string }) => {
		const [was, is] = [new Set<string>(), new Set<string>()];
		const left = [first];
		for (let next = left.pop(); next; next = left.pop()) {
			if (next.was && !was.has(next.was)) {
				was.add(next.was);
				left.push(...(heirs.get(next.was) ?? []).map(({ to }) => ({ is: to })));
			}
			if (next.is && !is.has(next.is)) {
				is.add(next.is);
				left.push(...(origins.get(next.is) ?? []).map(({ from }) => ({ was: from })));
			}
		}
		for (const id of is) found.add(id);
		return changeOf(
			before.filter(({ id }) => was.has(id)),
			after.filter(({ id }) => is.has(id)),
			fates.filter(({ from, to }) => (to ? is.has(to) : was.has(from!)))
		);
	};
	return [
		...after.flatMap(({ id }) => (found.has(id) ? [] : [together({ is: id })])),
		...before.flatMap(({ id }) => (heirs.has(id) ? [] : [together({ was: id })]))
	].filter(({ fates }) => fates.some(({ fate, isChanged }) => fate !== 'kept' || isChanged));
}

const changeOf = (before: Standing[], after: Standing[], fates: Descent[]): Change => ({
	key: (after[0] ?? before[0])!.key,
	before,
	after,
	fates,
	isWorded: before.length > 0 && after.length > 0 && fates.some(({ isChanged }) => isChanged)
});

/** How many sections became what, for a sentence. One counts once, by what says most of it. */
export function countsOf(changes: Change[]): Partial<Record<Told, number>> {
	const counts: Partial<Record<Told, number>> = {};
	for (const { fates } of changes) {
		const told = fates.some(({ fate }) => fate === 'split' || fate === 'merged')
			? 'arranged'
			: fates[0]!.fate === 'kept'
				? 'changed'
				: (fates[0]!.fate as Told);
		counts[told] = (counts[told] ?? 0) + 1;
	}
	return counts;
}

export const told = ['changed', 'moved', 'arranged', 'added', 'removed'] as const;
export type Told = (typeof told)[number];
