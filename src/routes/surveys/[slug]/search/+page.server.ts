import * as answerSearch from '#lib/surveys/answer-search.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const { db, authority } = locals;
	const search = (url.searchParams.get('suche') ?? '').trim().slice(0, 200);
	const after = url.searchParams.get('nach');
	return {
		search,
		after,
		page: await answerSearch.find(db, authority.id, params.slug, search, after)
	};
};
