import { preparationOf } from '#lib/calls/preparation.ts';
import * as preparations from '#lib/calls/preparations.server.ts';
import { requireDraft } from '#lib/calls/require-draft.server.ts';
import { windowForm } from '#lib/calls/window-form.ts';
import { action } from '#lib/server/action.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
	call: await requireDraft(event),
	kept: event.locals.kept
});

export const actions: Actions = {
	default: action({
		schema: windowForm,
		verb: ({ db, authority, params, data }) => preparations.saveWindow(db, authority.id, params.slug, data),
		to: ({ params, sent }) =>
			sent.has('look') ? `${preparationOf(params, 'window')}#sitzungen` : preparationOf(params)
	})
};
