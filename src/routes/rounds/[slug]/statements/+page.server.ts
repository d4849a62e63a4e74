import * as submitted from '#lib/rounds/submitted.server.ts';
import type { PageServerLoad } from './$types';

/** What was submitted, by organisation. */
export const load: PageServerLoad = async ({ locals, params, url }) => {
	const after = url.searchParams.get('nach');
	return { page: await submitted.list(locals.db, locals.authority.id, params.slug, after), after };
};
