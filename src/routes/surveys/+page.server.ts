import { redirect } from '@sveltejs/kit';
import * as calls from '#lib/calls/calls.server.ts';
import { preparationOf } from '#lib/calls/preparation.ts';
import * as surveys from '#lib/surveys/surveys.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { db, authority } = event.locals;
	return {
		list: await calls.list(db, authority.id, event.url.searchParams.get('nach')),
		/** Sent twice, the form begins one survey. */
		newId: crypto.randomUUID()
	};
};

export const actions: Actions = {
	default: async (event) => {
		const { db, authority } = event.locals;
		const id = String((await event.request.formData()).get('id') ?? '');
		redirect(303, preparationOf({ kind: 'surveys', slug: await surveys.start(db, authority.id, id) }));
	}
};
