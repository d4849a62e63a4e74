import * as results from '#lib/calls/results.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => ({
	result: await results.find(locals.db, locals.authority.id, params.slug),
	isPublished: url.searchParams.has('erledigt')
});
