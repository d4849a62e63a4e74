import * as results from '#lib/calls/results.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => ({
	result: await results.find(locals.db, locals.authority.id, params.slug),
	call: params,
	done: url.searchParams.get('erledigt'),
	/** A version that no longer holds, from 1. */
	version: Number(url.searchParams.get('fassung')) || null
});
