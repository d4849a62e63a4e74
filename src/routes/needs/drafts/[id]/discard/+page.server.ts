import { error, redirect } from '@sveltejs/kit';
import { href } from '#lib/i18n/addresses.ts';
import * as drafts from '#lib/needs/drafts/drafts.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const draft = await drafts.findOrNumber(event.locals.db, event.params.id);
	if (typeof draft === 'string') redirect(303, href('/needs/[number]', { number: draft }));
	if (!draft.canWrite) error(404);
	return { draft };
};

export const actions: Actions = {
	default: async (event) => {
		await drafts.discard(event.locals.db, event.params.id);
		redirect(303, href('/start'));
	}
};
