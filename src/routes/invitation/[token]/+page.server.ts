import { redirect } from '@sveltejs/kit';
import { href } from '#lib/i18n/addresses.ts';
import * as invitations from '#lib/organisations/invitations.server.ts';
import { enter } from '#lib/people/entrance.server.ts';
import { Refusal } from '#lib/server/database.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params }) => {
	const invitation = await invitations.find(params.token);
	return { invitation: invitation?.isOpen ? invitation : null };
};

// Opening the page does nothing yet: letterboxes open the links of a mail to look for harm.
export const actions: Actions = {
	default: async (event) => {
		let personId: string;
		try {
			personId = await invitations.accept(event.params.token);
		} catch (thrown) {
			if (thrown instanceof Refusal && thrown.code === 'EXPIR') redirect(303, event.url.pathname);
			throw thrown;
		}
		return enter(event, personId, href('/start'));
	}
};
