import { redirect } from '@sveltejs/kit';
import { keepDisplay } from '#lib/i18n/display.server.ts';
import { chooseDisplay, serialiseDisplay } from '#lib/i18n/display.ts';
import { forgetOwn } from '#lib/server/session.ts';
import { localPath } from '#lib/ui/local-path.ts';
import type { Actions, PageServerLoad } from './$types';

const year = 365 * 24 * 60 * 60;

export const load: PageServerLoad = ({ url }) => ({ back: localPath(url.searchParams.get('zurueck')) });

export const actions: Actions = {
	default: async ({ request, locals, cookies, url }) => {
		const sent = Object.fromEntries(await request.formData());
		const display = chooseDisplay(locals.display, sent);
		if (locals.session) {
			await keepDisplay(locals.db, display);
			forgetOwn(cookies);
		} else {
			cookies.set('session', serialiseDisplay(display), {
				path: '/',
				httpOnly: true,
				sameSite: 'lax',
				secure: url.protocol === 'https:',
				maxAge: year
			});
		}
		redirect(303, localPath(sent.back));
	}
};
