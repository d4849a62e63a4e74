import * as tasks from '#lib/desk/tasks.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	return {
		start: await tasks.find(event.locals.db),
		hasSaved: event.url.searchParams.has('gesichert')
	};
};
