import { fail, redirect } from '@sveltejs/kit';
import * as addressChanges from '#lib/people/address-changes.server.ts';
import { forgetOwn } from '#lib/server/session.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ url, params }) => ({
	isDone: url.searchParams.has('fertig'),
	change: await addressChanges.toConfirm(params.token)
});

// Opening the page does nothing yet: letterboxes open the links of a mail to look for harm.
export const actions: Actions = {
	default: async ({ params, locals, cookies, url }) => {
		if (!(await addressChanges.confirm(params.token, locals.session?.id ?? null)))
			return fail(410, { isOver: true });
		forgetOwn(cookies);
		redirect(303, `${url.pathname}?fertig=1`);
	}
};
