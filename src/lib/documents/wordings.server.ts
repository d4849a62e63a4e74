import { error } from '@sveltejs/kit';
import type { Database } from '#lib/server/database.ts';
import type { ChangeSum } from '#lib/text/difference-count.ts';
import { differencesOf, sumsOf } from './comparisons.server.ts';
import type { Wording } from './document.ts';
import * as documents from './documents.server.ts';
import type { Where } from './documents.server.ts';

/** A wording of a section, and how it differs from the one it came after; null for the first. */
export interface Told extends Omit<Wording, 'body'> {
	sum: ChangeSum | null;
}

/**
 * Every wording of a section that was saved in a version, the newest first, and one of them with what changed in it.
 * @param id of the one that is shown whole, or null
 */
export async function wordingShown(db: Database, where: Where & { key: string }, id: string | null) {
	const all = await documents.history(db, where);
	const pairs = all.map((wording, index) => {
		// what came beside differs from what held when it came
		const before = all.slice(index + 1).find(({ revision }) => revision !== null);
		return { wording, before };
	});
	const worded = pairs.filter(({ before }) => before);
	const sums = await sumsOf(worded.map(({ wording, before }) => pairOf(before!, wording)));
	const sumFor = new Map(worded.map(({ wording }, index) => [wording.id, sums[index]!]));
	const chosen = pairs.find(({ wording }) => wording.id === id);
	if (id && !chosen) error(404, 'errors_not_found');
	const [difference] = chosen?.before ? await differencesOf([pairOf(chosen.before, chosen.wording)]) : [];
	return {
		wordings: all.map(({ body: _, ...wording }): Told => ({
			...wording,
			sum: sumFor.get(wording.id) ?? null
		})),
		shown: chosen ? { wording: chosen.wording, difference: difference ?? null } : null
	};
}

/** The level is of the section's place, and no part of a wording. */
const pairOf = (before: Wording, after: Wording) => ({
	before: [{ ...before, level: 1 }],
	after: [{ ...after, level: 1 }]
});
