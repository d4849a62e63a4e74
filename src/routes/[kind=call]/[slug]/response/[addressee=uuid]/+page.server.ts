import * as ledgers from '#lib/calls/ledgers.server.ts';
import { letterForm } from '#lib/calls/reach.ts';
import { action } from '#lib/server/action.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => ({
	page: await ledgers.addressee(locals.db, locals.authority.id, params.slug, params.addressee),
	done: url.searchParams.get('erledigt')
});

export const actions: Actions = {
	letter: action({
		schema: letterForm,
		verb: ({ db, params, data }) => ledgers.noteLetter(db, params.addressee, data.form_id),
		to: ({ url }) => `${url.pathname}?erledigt=brief`
	})
};
