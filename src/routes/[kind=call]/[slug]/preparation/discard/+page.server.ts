import * as preparations from '#lib/calls/preparations.server.ts';
import { requireDraft } from '#lib/calls/require-draft.server.ts';
import { href } from '#lib/i18n/addresses.ts';
import { action } from '#lib/server/action.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({ call: await requireDraft(event) });

export const actions: Actions = {
	default: action({
		verb: ({ db, authority, params }) => preparations.discard(db, authority.id, params.slug),
		to: () => href('/surveys')
	})
};
