import { preparationOf } from '#lib/calls/preparation.ts';
import { requireDraft } from '#lib/calls/require-draft.server.ts';
import { action } from '#lib/server/action.ts';
import { dutiesForm } from '#lib/rounds/round.ts';
import * as rounds from '#lib/rounds/rounds.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
	call: await requireDraft(event),
	kept: event.locals.kept
});

export const actions: Actions = {
	default: action({
		schema: ({ sent }) => dutiesForm(sent),
		verb: ({ db, authority, params, data }) => rounds.setDuties(db, authority.id, params.slug, data),
		to: ({ params }) => preparationOf({ kind: 'rounds', ...params })
	})
};
