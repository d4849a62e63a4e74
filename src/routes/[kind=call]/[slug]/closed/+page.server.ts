import * as calls from '#lib/calls/calls.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => ({
	closing: await calls.closed(locals.db, locals.authority.id, params.slug)
});
