import { error, fail, redirect } from '@sveltejs/kit';
import { pathOf } from '#lib/needs/drafts/draft.ts';
import { isPlanner } from '#lib/organisations/own-organisation.ts';
import { entry } from '#lib/channels/source-form.ts';
import * as transcriptions from '#lib/needs/drafts/transcriptions.server.ts';
import { parse, refused } from '#lib/server/forms.ts';
import { sessionOf } from '#lib/server/guard.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { posts } = sessionOf(event);
	if (!isPlanner(posts)) error(404);
	return { organisations: await transcriptions.addressees(event.locals.db), kept: event.locals.kept };
};

export const actions: Actions = {
	default: async (event) => {
		const form = parse(entry, await event.request.formData());
		if (form.errors) return fail(400, form);
		let id: string;
		try {
			id = await transcriptions.start(event.locals.db, form.data);
		} catch (refusal) {
			return refused(refusal, form.values);
		}
		redirect(303, pathOf(id, 'topic'));
	}
};
