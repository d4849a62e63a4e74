import * as ownData from '#lib/people/own-data.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	return { own: await ownData.find(event.locals.db) };
};
