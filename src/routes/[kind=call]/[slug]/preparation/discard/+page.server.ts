import { listOf } from '#lib/calls/kind.ts';
import * as preparations from '#lib/calls/preparations.server.ts';
import { requireDraft } from '#lib/calls/require-draft.server.ts';
import { action } from '#lib/server/action.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({ call: await requireDraft(event) });

export const actions: Actions = {
	default: action({
		verb: ({ db, authority, params }) => preparations.discard(db, authority.id, params.slug),
		to: ({ params }) => listOf(params).href
	})
};
