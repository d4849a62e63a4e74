import { isHttpError, redirect } from '@sveltejs/kit';
import { href } from '#lib/i18n/addresses.ts';
import * as assistances from '#lib/people/assistances.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const done = event.url.searchParams.get('erledigt');
	return { assistances: await assistances.list(event.locals.db), done };
};

export const actions: Actions = {
	end: async (event) => {
		const id = String((await event.request.formData()).get('assistance'));
		try {
			await assistances.end(event.locals.db, id);
		} catch (refusal) {
			if (!isHttpError(refusal, 404)) throw refusal; // ended already, in another window
		}
		redirect(303, `${href('/account/assistance')}?erledigt=beendet`);
	}
};
