import { error } from '@sveltejs/kit';
import { enter } from '#lib/people/entrance.server.ts';
import * as samples from '#lib/people/samples.server.ts';
import { returnPath } from '#lib/people/sign-in.ts';
import type { Actions, PageServerLoad } from './$types';

/** There is no page here, only a door for the buttons on the page before. */
export const load: PageServerLoad = () => error(404);

export const actions: Actions = {
	default: async (event) => {
		const sent = await event.request.formData();
		const { personId } = await samples.find(sent.get('person'));
		return enter(event, personId, returnPath(sent.get('weiter')));
	}
};
