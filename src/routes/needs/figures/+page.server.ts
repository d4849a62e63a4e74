import * as figures from '#lib/needs/figures/figures.server.ts';
import * as words from '#lib/vocabulary/vocabulary.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { db, authority } = event.locals;
	const [found, vocabulary] = await Promise.all([figures.find(db, authority.id), words.find(db)]);
	return { figures: found, vocabulary };
};
