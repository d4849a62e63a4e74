import * as calls from '#lib/calls/calls.server.ts';
import { preparationOf } from '#lib/calls/preparation.ts';
import { action } from '#lib/server/action.ts';
import * as rounds from '#lib/rounds/rounds.server.ts';
import { z } from 'zod';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => ({
	list: await calls.list(locals.db, locals.authority.id, url.searchParams.get('nach'), 'rounds'),
	/** Sent twice, the form begins one round. */
	newId: crypto.randomUUID()
});

export const actions: Actions = {
	default: action({
		schema: z.object({ id: z.uuid() }),
		verb: ({ db, authority, data }) => rounds.start(db, authority.id, data.id),
		to: ({ done: slug }) => preparationOf({ kind: 'rounds', slug })
	})
};
