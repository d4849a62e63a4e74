import { redirect } from '@sveltejs/kit';
import { href } from '#lib/i18n/addresses.ts';
import { chosenIn } from '#lib/mail/preference.ts';
import * as preferences from '#lib/mail/preferences.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { db, kept } = event.locals;
	return {
		preferences: await preferences.list(db),
		kept,
		isSaved: event.url.searchParams.has('gespeichert')
	};
};

export const actions: Actions = {
	default: async (event) => {
		await preferences.choose(event.locals.db, chosenIn(await event.request.formData()));
		redirect(303, `${href('/account/notifications')}?gespeichert=1`);
	}
};
