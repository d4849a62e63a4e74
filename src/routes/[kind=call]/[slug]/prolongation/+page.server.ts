import { fail, redirect } from '@sveltejs/kit';
import { momentOf } from '#lib/i18n/berlin.ts';
import * as calls from '#lib/calls/calls.server.ts';
import { dayIn, prolongationForm } from '#lib/calls/window-form.ts';
import { pageOf } from '#lib/calls/kind.ts';
import { parse, refused } from '#lib/server/forms.ts';
import type { Actions, PageServerLoad } from './$types';

/** `?bis=2027-01-15` asks for the session check until that day. */
export const load: PageServerLoad = async (event) => {
	const { db, authority, kept } = event.locals;
	const until = dayIn(event.url.searchParams.get('bis'));
	const end = until ? momentOf(until) : undefined;
	return { call: await calls.options(db, authority.id, event.params.slug, end), kept, until };
};

export const actions: Actions = {
	default: async (event) => {
		const { db, authority } = event.locals;
		const { slug } = event.params;
		const form = parse(prolongationForm, await event.request.formData());
		if (form.errors) return fail(400, form);
		const { closes_on, closes_time, body } = form.data;
		try {
			await calls.prolong(db, authority.id, slug, momentOf(closes_on, closes_time), body);
		} catch (refusal) {
			return refused(refusal, form.values, () => 'calls_error_reason');
		}
		redirect(303, `${pageOf(event.params, '/response')}?erledigt=verlaengert`);
	}
};
