import { fail, redirect } from '@sveltejs/kit';
import { href } from '#lib/i18n/addresses.ts';
import { departureForm } from '#lib/people/departure.ts';
import * as departures from '#lib/people/departures.server.ts';
import { parse, refused } from '#lib/server/forms.ts';
import { sessionOf } from '#lib/server/guard.ts';
import { end } from '#lib/server/session.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({ departure: await departures.find(sessionOf(event)) });

export const actions: Actions = {
	leave: async (event) => {
		const session = sessionOf(event);
		const form = parse(departureForm, await event.request.formData());
		if (form.errors) return fail(400, form);
		try {
			await departures.leave(session);
		} catch (error) {
			return refused(error, form.values);
		}
		await end(event.cookies, event.url.protocol === 'https:', event.locals.display);
		redirect(303, `${href('/sign-out')}?konto=geloescht`);
	}
};
