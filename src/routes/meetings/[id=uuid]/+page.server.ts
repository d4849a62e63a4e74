import * as meetings from '#lib/meetings/meetings.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	return { meeting: await meetings.find(event.locals.db, event.params.id) };
};
