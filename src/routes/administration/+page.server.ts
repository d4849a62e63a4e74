import { redirect } from '@sveltejs/kit';
import { href } from '#lib/i18n/addresses.ts';
import * as invitations from '#lib/organisations/invitations.server.ts';
import * as organisations from '#lib/organisations/organisations.server.ts';
import { requireAdministrator } from '#lib/organisations/require-administrator.server.ts';
import { refused } from '#lib/server/forms.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const authorityId = requireAdministrator(event);
	return { administration: await organisations.administration(event.locals.db, authorityId) };
};

export const actions: Actions = {
	revoke: async (event) => {
		requireAdministrator(event);
		const id = (await event.request.formData()).get('invitation');
		try {
			await invitations.revoke(event.locals.db, String(id));
		} catch (error) {
			return refused(error, {});
		}
		redirect(303, `${href('/administration')}?getan=zurueckgenommen`);
	}
};
