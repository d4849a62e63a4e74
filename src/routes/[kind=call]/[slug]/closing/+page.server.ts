import { redirect } from '@sveltejs/kit';
import * as calls from '#lib/calls/calls.server.ts';
import { pageOf } from '#lib/calls/kind.ts';
import { refused } from '#lib/server/forms.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { db, authority } = event.locals;
	return { call: await calls.options(db, authority.id, event.params.slug) };
};

export const actions: Actions = {
	default: async (event) => {
		const { db, authority } = event.locals;
		const { slug } = event.params;
		try {
			await calls.close(db, authority.id, slug);
		} catch (refusal) {
			return refused(refusal, {});
		}
		redirect(303, `${pageOf(event.params, '/response')}?erledigt=abgeschlossen`);
	}
};
