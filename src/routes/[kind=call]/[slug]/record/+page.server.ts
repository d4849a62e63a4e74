import * as ledgers from '#lib/calls/ledgers.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => ({
	record: await ledgers.record(locals.db, locals.authority.id, params.slug)
});
