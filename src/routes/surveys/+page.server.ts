import { redirect } from '@sveltejs/kit';
import * as calls from '#lib/calls/calls.server.ts';
import { preparationOf } from '#lib/calls/preparation.ts';
import * as results from '#lib/calls/results.server.ts';
import { pathOf, signInFor } from '#lib/server/guard.ts';
import * as surveys from '#lib/surveys/surveys.server.ts';
import type { Actions, PageServerLoad } from './$types';

/** Guests read which results are public; members their surveys too. */
export const load: PageServerLoad = async (event) => {
	const { db, authority, session } = event.locals;
	if (!session) return { list: null, results: await results.list(db, authority.id) };
	const after = event.url.searchParams.get('nach');
	const list = await calls.list(db, authority.id, after, 'surveys');
	return {
		list,
		results: after ? [] : list.results,
		/** Sent twice, the form begins one survey. */
		newId: crypto.randomUUID()
	};
};

export const actions: Actions = {
	default: async (event) => {
		const { db, authority, session } = event.locals;
		if (!session) redirect(303, signInFor(pathOf(event.url)));
		const id = String((await event.request.formData()).get('id') ?? '');
		redirect(303, preparationOf({ kind: 'surveys', slug: await surveys.start(db, authority.id, id) }));
	}
};
