import { fail, redirect } from '@sveltejs/kit';
import * as ledgers from '#lib/calls/ledgers.server.ts';
import { addForm } from '#lib/calls/reach.ts';
import { pageOf } from '#lib/calls/kind.ts';
import { parse, refused } from '#lib/server/forms.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { db, authority, kept } = event.locals;
	return { call: await ledgers.reach(db, authority.id, event.params.slug), kept };
};

export const actions: Actions = {
	default: async (event) => {
		const { db, authority } = event.locals;
		const { slug } = event.params;
		const form = parse(addForm, await event.request.formData());
		if (form.errors) return fail(400, form);
		try {
			await ledgers.add(db, authority.id, slug, form.data.organisation);
		} catch (refusal) {
			return refused(refusal, form.values);
		}
		redirect(303, `${pageOf(event.params, '/response')}?erledigt=hinzugefuegt`);
	}
};
