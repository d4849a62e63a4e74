import { preparationOf } from '#lib/calls/preparation.ts';
import { requireDraft } from '#lib/calls/require-draft.server.ts';
import * as documents from '#lib/documents/documents.server.ts';
import { action } from '#lib/server/action.ts';
import { roundForm } from '#lib/rounds/round.ts';
import * as rounds from '#lib/rounds/rounds.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
	call: await requireDraft(event),
	documents: await documents.list(event.locals.db, event.locals.authority.id),
	kept: event.locals.kept
});

export const actions: Actions = {
	default: action({
		schema: roundForm,
		verb: ({ db, authority, params, data }) => rounds.choose(db, authority.id, params.slug, data),
		to: ({ params }) => preparationOf({ kind: 'rounds', ...params })
	})
};
