import * as callResults from '#lib/calls/results.server.ts';
import * as publicOverviews from '#lib/needs/figures/public-overviews.server.ts';
import * as words from '#lib/vocabulary/vocabulary.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	const { db, authority } = locals;
	const [overview, results, vocabulary] = await Promise.all([
		publicOverviews.find(db, authority.id),
		callResults.list(db, authority.id),
		words.find(db)
	]);
	return { overview, results, vocabulary };
};
