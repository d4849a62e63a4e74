import * as submitted from '#lib/rounds/submitted.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const search = (url.searchParams.get('suche') ?? '').trim().slice(0, 200);
	const after = url.searchParams.get('nach');
	return {
		search,
		after,
		page: await submitted.search(locals.db, locals.authority.id, params.slug, search, after)
	};
};
