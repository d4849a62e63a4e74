import { error } from '@sveltejs/kit';
import { pathOf } from '#lib/needs/drafts/draft.ts';
import { isPlanner } from '#lib/organisations/own-organisation.ts';
import { entry } from '#lib/channels/source-form.ts';
import * as transcriptions from '#lib/needs/drafts/transcriptions.server.ts';
import { action } from '#lib/server/action.ts';
import { sessionOf } from '#lib/server/guard.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	if (!isPlanner(sessionOf(event).posts)) error(404);
	return { organisations: await transcriptions.addressees(event.locals.db), kept: event.locals.kept };
};

export const actions: Actions = {
	default: action({
		schema: entry,
		verb: ({ db, data }) => transcriptions.start(db, data),
		to: ({ done: id }) => pathOf(id, 'topic')
	})
};
