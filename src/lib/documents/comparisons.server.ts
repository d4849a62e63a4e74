import { document, Refusal, type Database } from '#lib/server/database.ts';
import { inThread } from '#lib/server/threads/threads.ts';
import type { ChangeSum } from '#lib/text/difference-count.ts';
import {
	changesOf,
	comparedSections,
	comparedTexts,
	comparedVersions,
	type Change,
	type ComparedTexts,
	type ComparedVersions,
	type Comparison,
	type ShownText
} from './comparison.ts';
import type { Where } from './documents.server.ts';
import { textOf, type Pair } from './differences.ts';

const versionsOf = document('compared_versions', comparedVersions);
const sectionsOf = document('compared_sections', comparedSections);
const textsOf = document('compared_texts', comparedTexts);

const threaded = inThread<typeof import('./differences.ts')>('src/lib/documents/differences.ts');

/** What changed in some texts, each with how much. @throws Refusal HEAVY for texts that ask too much, BUSY */
export const differencesOf = async (pairs: Pair[]) => (pairs.length ? threaded('differencesOf', pairs) : []);

/** The same without what it is. */
export const sumsOf = async (pairs: Pair[]) => (pairs.length ? threaded('sumsOf', pairs) : []);

/** The two versions. @throws Refusal NOTFD for who may not read both, or where the other one is not older */
export const findVersions = (
	db: Database,
	{ authorityId, slug, number }: Where,
	other: number
): Promise<ComparedVersions> =>
	versionsOf(db, { p_authority: authorityId, p_slug: slug, p_number: number!, p_with: other });

const kept = new Map<string, Promise<Comparison>>();
const mostKept = 30;

/**
 * Which sections changed, and how many words of all together. Frozen versions never change, so this is found out once and kept in
 * memory; one in work has a number that counts its changes.
 */
export function compare(db: Database, { before, after }: ComparedVersions): Promise<Comparison> {
	const key = `${before.id} ${after.id} ${after.revision}`;
	let comparison = kept.get(key);
	if (!comparison) {
		if (kept.size >= mostKept) kept.delete(kept.keys().next().value!);
		kept.set(key, (comparison = compared(db, before.id, after.id)));
		comparison.catch(() => kept.delete(key));
	}
	return comparison;
}

async function compared(db: Database, before: string, after: string): Promise<Comparison> {
	const changes = changesOf(await sectionsOf(db, { p_before: before, p_after: after }));
	const counted = changes.filter(
		({ before, after, isWorded }) => isWorded || !before.length || !after.length
	);
	const texts = await textsFor(db, before, after, counted);
	const sums = await sumsOf(counted.map((change) => pairOf(change, texts))).catch(asUnknown);
	return { changes, sum: sums && total(sums) };
}

function asUnknown(error: unknown): null {
	if (error instanceof Refusal && error.code === 'HEAVY') return null;
	throw error;
}

const total = (sums: ChangeSum[]): ChangeSum => ({
	added: sums.reduce((sum, { added }) => sum + added, 0),
	removed: sums.reduce((sum, { removed }) => sum + removed, 0),
	isChanged: sums.some(({ isChanged }) => isChanged)
});

/** The words of some changes. */
export async function show(
	db: Database,
	{ before, after }: ComparedVersions,
	changes: Change[]
): Promise<(Change & ShownText)[]> {
	const texts = await textsFor(db, before.id, after.id, changes);
	const worded = changes.filter(({ isWorded }) => isWorded);
	const found = await differencesOf(worded.map((change) => pairOf(change, texts)));
	const differences = new Map(worded.map((change, index) => [change.key, found[index]!]));
	return changes.map((change) => {
		const said = pairOf(change, texts).after;
		return {
			...change,
			text: said.length > 1 ? textOf(said) : (said[0]?.body ?? null),
			difference: differences.get(change.key) ?? null
		};
	});
}

const textsFor = (db: Database, before: string, after: string, changes: Change[]) =>
	textsOf(db, {
		p_before: before,
		p_after: after,
		p_sections: changes.flatMap((change) => [...change.before, ...change.after].map(({ id }) => id))
	});

function pairOf(change: Change, texts: ComparedTexts): Pair {
	const said = (side: 'before' | 'after') => {
		const ids = new Set(change[side].map(({ id }) => id));
		return texts[side].filter(({ id }) => ids.has(id));
	};
	return { before: said('before'), after: said('after') };
}
