import * as ledgers from '#lib/calls/ledgers.server.ts';
import { addForm } from '#lib/calls/reach.ts';
import { pageOf } from '#lib/calls/kind.ts';
import { action } from '#lib/server/action.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => ({
	call: await ledgers.reach(locals.db, locals.authority.id, params.slug),
	kept: locals.kept
});

export const actions: Actions = {
	default: action({
		schema: addForm,
		verb: ({ db, authority, params, data }) => ledgers.add(db, authority.id, params.slug, data.organisation),
		to: ({ params }) => `${pageOf(params, '/response')}?erledigt=hinzugefuegt`
	})
};
