import { redirect } from '@sveltejs/kit';
import { href } from '#lib/i18n/addresses.ts';
import { end } from '#lib/server/session.ts';
import type { Actions } from './$types';

// Only a form signs out; a link or a picture on another site cannot.
export const actions: Actions = {
	default: async ({ cookies, url, locals }) => {
		await end(cookies, url.protocol === 'https:', locals.display);
		redirect(303, href('/sign-out'));
	}
};
