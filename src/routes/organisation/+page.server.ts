import * as organisations from '#lib/organisations/organisations.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => ({
	organisations: await organisations.mine(locals.db)
});
