import * as organisations from '#lib/organisations/organisations.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	return { organisations: await organisations.mine(event.locals.db) };
};
