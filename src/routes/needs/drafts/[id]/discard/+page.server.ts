import { error, redirect } from '@sveltejs/kit';
import { href } from '#lib/i18n/addresses.ts';
import * as drafts from '#lib/needs/drafts/drafts.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const draft = await drafts.findOrNumber(locals.db, params.id);
	if (typeof draft === 'string') redirect(303, href('/needs/[number]', { number: draft }));
	if (!draft.canWrite) error(404);
	return { draft };
};

export const actions: Actions = {
	default: async ({ locals, params }) => {
		await drafts.discard(locals.db, params.id);
		redirect(303, href('/start'));
	}
};
