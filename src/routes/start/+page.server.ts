import * as tasks from '#lib/desk/tasks.server.ts';
import { requirePerson } from '#lib/server/require-person.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	requirePerson(event);
	return {
		start: await tasks.find(event.locals.db),
		hasSaved: event.url.searchParams.has('gesichert')
	};
};
