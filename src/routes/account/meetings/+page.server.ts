import { redirect } from '@sveltejs/kit';
import { href } from '#lib/i18n/addresses.ts';
import * as feeds from '#lib/meetings/feeds.server.ts';
import { sessionOf } from '#lib/server/guard.ts';
import { formId } from '#lib/ui/form-id.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { person } = sessionOf(event);
	return { feed: await feeds.find(person.id), isDone: event.url.searchParams.has('beendet') };
};

export const actions: Actions = {
	/** The new address is shown once, in this very answer, and kept nowhere. */
	replace: async (event) => {
		const sent = await event.request.formData();
		const secret = await feeds.replace(sessionOf(event), formId.parse(sent.get('form_id')));
		return { address: event.url.origin + href('/meetings/feed/[secret].ics', { secret }) };
	},
	revoke: async (event) => {
		const { person } = sessionOf(event);
		await feeds.revoke(person.id);
		redirect(303, `${href('/account/meetings')}?beendet=1`);
	}
};
