import { fail, redirect } from '@sveltejs/kit';
import * as addressChanges from '#lib/people/address-changes.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ url, params }) => ({
	isDone: url.searchParams.has('fertig'),
	change: await addressChanges.toObject(params.token)
});

export const actions: Actions = {
	default: async ({ params, url }) => {
		if (!(await addressChanges.object(params.token))) return fail(410, { isOver: true });
		redirect(303, `${url.pathname}?fertig=1`);
	}
};
