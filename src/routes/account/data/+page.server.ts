import * as ownData from '#lib/people/own-data.server.ts';
import { requirePerson } from '#lib/server/require-person.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	requirePerson(event);
	return { own: await ownData.find(event.locals.db) };
};
