import * as organisations from '#lib/organisations/organisations.server.ts';
import { requirePerson } from '#lib/server/require-person.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	requirePerson(event);
	return { organisations: await organisations.mine(event.locals.db) };
};
