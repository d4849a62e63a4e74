import * as submitted from '#lib/rounds/submitted.server.ts';
import type { PageServerLoad } from './$types';

/** The points that were submitted, in the order of the text, or those at one section. */
export const load: PageServerLoad = async ({ locals, params, url }) => {
	const key = url.searchParams.get('abschnitt');
	const after = url.searchParams.get('nach');
	return {
		page: await submitted.points(locals.db, locals.authority.id, params.slug, { key, after }),
		after
	};
};
