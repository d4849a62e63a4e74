import { fail, redirect } from '@sveltejs/kit';
import * as ledgers from '#lib/calls/ledgers.server.ts';
import { reminderForm } from '#lib/calls/reach.ts';
import { pageOf } from '#lib/calls/kind.ts';
import { parse, refused } from '#lib/server/forms.ts';
import type { Actions, PageServerLoad } from './$types';

/** The preview: whom the selection in the address would reach. */
export const load: PageServerLoad = async (event) => {
	const { db, authority, kept } = event.locals;
	const call = await ledgers.reach(db, authority.id, event.params.slug);
	return { call, kept, selection: event.url.searchParams.getAll('an') };
};

export const actions: Actions = {
	default: async (event) => {
		const { db, authority } = event.locals;
		const { slug } = event.params;
		const form = parse(reminderForm, await event.request.formData());
		if (form.errors) return fail(400, form);
		let count: number;
		try {
			count = await ledgers.remind(db, authority.id, slug, form.data.an, form.data.body);
		} catch (refusal) {
			return refused(refusal, form.values);
		}
		redirect(303, `${pageOf(event.params, '/response')}?erledigt=${count ? 'erinnert' : 'schon-erinnert'}`);
	}
};
