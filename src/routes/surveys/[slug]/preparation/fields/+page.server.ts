import { fieldsForm, preparationOf } from '#lib/calls/preparation.ts';
import { requireDraft } from '#lib/calls/require-draft.server.ts';
import * as surveys from '#lib/surveys/surveys.server.ts';
import * as words from '#lib/vocabulary/vocabulary.server.ts';
import { action } from '#lib/server/action.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
	call: await requireDraft(event),
	vocabulary: await words.find(event.locals.db),
	kept: event.locals.kept
});

export const actions: Actions = {
	default: action({
		schema: fieldsForm,
		verb: ({ db, authority, params, data }) =>
			surveys.chooseFields(db, authority.id, params.slug, data.fields),
		to: ({ params }) => preparationOf({ kind: 'surveys', ...params })
	})
};
