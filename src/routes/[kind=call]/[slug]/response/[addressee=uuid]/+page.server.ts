import { redirect } from '@sveltejs/kit';
import * as ledgers from '#lib/calls/ledgers.server.ts';
import { refused } from '#lib/server/forms.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { db, authority } = event.locals;
	const { slug, addressee } = event.params;
	return {
		page: await ledgers.addressee(db, authority.id, slug, addressee),
		done: event.url.searchParams.get('erledigt')
	};
};

export const actions: Actions = {
	letter: async (event) => {
		try {
			await ledgers.noteLetter(event.locals.db, event.params.addressee);
		} catch (refusal) {
			return refused(refusal, {});
		}
		redirect(303, `${event.url.pathname}?erledigt=brief`);
	}
};
