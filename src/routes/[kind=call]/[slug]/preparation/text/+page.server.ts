import { preparationOf, textForm } from '#lib/calls/preparation.ts';
import * as preparations from '#lib/calls/preparations.server.ts';
import { requireDraft } from '#lib/calls/require-draft.server.ts';
import { action } from '#lib/server/action.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
	call: await requireDraft(event),
	kept: event.locals.kept
});

export const actions: Actions = {
	default: action({
		schema: textForm,
		verb: ({ db, authority, params, data }) => preparations.save(db, authority.id, params.slug, data),
		to: ({ params, done: slug }) => preparationOf({ ...params, slug })
	})
};
