import * as ledgers from '#lib/calls/ledgers.server.ts';
import { action } from '#lib/server/action.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => ({
	page: await ledgers.addressee(locals.db, locals.authority.id, params.slug, params.addressee),
	done: url.searchParams.get('erledigt')
});

export const actions: Actions = {
	letter: action({
		verb: ({ db, params }) => ledgers.noteLetter(db, params.addressee),
		to: ({ url }) => `${url.pathname}?erledigt=brief`
	})
};
