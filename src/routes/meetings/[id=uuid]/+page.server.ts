import * as meetings from '#lib/meetings/meetings.server.ts';
import { requirePerson } from '#lib/server/require-person.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	requirePerson(event);
	return { meeting: await meetings.find(event.locals.db, event.params.id) };
};
