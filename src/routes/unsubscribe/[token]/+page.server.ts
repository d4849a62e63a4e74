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
	default: async ({ params, url }) => {
		if (!(await preferences.end(params.token))) error(404);
		redirect(303, url.pathname);
	}
};
