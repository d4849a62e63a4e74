import * as ledgers from '#lib/calls/ledgers.server.ts';
import { reminderForm } from '#lib/calls/reach.ts';
import { pageOf } from '#lib/calls/kind.ts';
import { action } from '#lib/server/action.ts';
import type { Actions, PageServerLoad } from './$types';

/** The preview: whom the selection in the address would reach. */
export const load: PageServerLoad = async ({ locals, params, url }) => ({
	call: await ledgers.reach(locals.db, locals.authority.id, params.slug),
	kept: locals.kept,
	selection: url.searchParams.getAll('an')
});

export const actions: Actions = {
	default: action({
		schema: reminderForm,
		verb: ({ db, authority, params, data }) => ledgers.remind(db, authority.id, params.slug, data),
		to: ({ params, done: count }) =>
			`${pageOf(params, '/response')}?erledigt=${count ? 'erinnert' : 'schon-erinnert'}`
	})
};
