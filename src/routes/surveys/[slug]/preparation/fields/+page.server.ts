import { fail, redirect } from '@sveltejs/kit';
import { fieldsForm, preparationOf } from '#lib/calls/preparation.ts';
import * as preparations from '#lib/calls/preparations.server.ts';
import { requireDraft } from '#lib/calls/require-draft.server.ts';
import * as words from '#lib/vocabulary/vocabulary.server.ts';
import { parse, refused } from '#lib/server/forms.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
	call: await requireDraft(event),
	vocabulary: await words.find(event.locals.db),
	kept: event.locals.kept
});

export const actions: Actions = {
	default: async (event) => {
		const { db, authority } = event.locals;
		const { slug } = event.params;
		const form = parse(fieldsForm, await event.request.formData());
		if (form.errors) return fail(400, form);
		try {
			await preparations.chooseFields(db, authority.id, slug, form.data.fields);
		} catch (refusal) {
			return refused(refusal, form.values);
		}
		redirect(303, preparationOf({ slug }));
	}
};
