import { fail, redirect } from '@sveltejs/kit';
import { preparationOf } from '#lib/calls/preparation.ts';
import * as preparations from '#lib/calls/preparations.server.ts';
import { requireDraft } from '#lib/calls/require-draft.server.ts';
import { windowForm } from '#lib/calls/window-form.ts';
import { parse, refused } from '#lib/server/forms.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
	call: await requireDraft(event),
	kept: event.locals.kept
});

export const actions: Actions = {
	default: async (event) => {
		const { db, authority } = event.locals;
		const { slug } = event.params;
		const sent = await event.request.formData();
		const form = parse(windowForm, sent);
		if (form.errors) return fail(400, form);
		try {
			await preparations.saveWindow(db, authority.id, slug, form.data);
		} catch (refusal) {
			return refused(refusal, form.values);
		}
		redirect(
			303,
			sent.has('look') ? `${preparationOf(event.params, 'window')}#sitzungen` : preparationOf(event.params)
		);
	}
};
