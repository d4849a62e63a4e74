import { error, redirect } from '@sveltejs/kit';
import * as preferences from '#lib/mail/preferences.server.ts';
import type { Actions, PageServerLoad } from './$types';

// Opening the page does nothing yet: letterboxes open the links of a mail to look for harm.
export const load: PageServerLoad = async ({ params }) => {
	const subscription = await preferences.ofLink(params.token);
	if (!subscription) error(404);
	return { subscription };
};

export const actions: Actions = {
	default: async ({ params, request, url }) => {
		const sent = await request.formData();
		if (!(await preferences.end(params.token))) error(404);
		if (sent.has('List-Unsubscribe')) return; // a mail program's own button, which must not be led elsewhere (RFC 8058)
		redirect(303, url.pathname);
	}
};
