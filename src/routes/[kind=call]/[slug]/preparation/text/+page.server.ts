import { fail, redirect } from '@sveltejs/kit';
import { textForm, preparationOf } from '#lib/calls/preparation.ts';
import * as preparations from '#lib/calls/preparations.server.ts';
import { requireDraft } from '#lib/calls/require-draft.server.ts';
import { parse, refused } from '#lib/server/forms.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
	call: await requireDraft(event),
	kept: event.locals.kept
});

export const actions: Actions = {
	default: async (event) => {
		const { db, authority } = event.locals;
		let { slug } = event.params;
		const form = parse(textForm, await event.request.formData());
		if (form.errors) return fail(400, form);
		try {
			slug = await preparations.save(db, authority.id, slug, form.data);
		} catch (refusal) {
			return refused(refusal, form.values);
		}
		redirect(303, preparationOf({ ...event.params, slug }));
	}
};
