import * as calls from '#lib/calls/calls.server.ts';
import { pageOf } from '#lib/calls/kind.ts';
import { action } from '#lib/server/action.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => ({
	call: await calls.options(locals.db, locals.authority.id, params.slug)
});

export const actions: Actions = {
	default: action({
		verb: ({ db, authority, params }) => calls.close(db, authority.id, params.slug),
		to: ({ params }) => pageOf(params, '/closed')
	})
};
