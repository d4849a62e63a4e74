import { error, fail, redirect } from '@sveltejs/kit';
import { askingForm } from '#lib/calls/extension-form.ts';
import * as extensions from '#lib/calls/extensions.server.ts';
import { notLonger } from '#lib/calls/extension-refusal.server.ts';
import { requireReply } from '#lib/surveys/require-reply.server.ts';
import { parse, refused } from '#lib/server/forms.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
	reply: await requireReply(event),
	kept: event.locals.kept
});

export const actions: Actions = {
	default: async (event) => {
		const sent = await event.request.formData();
		const form = parse(askingForm, sent);
		if (form.errors) return fail(400, form);
		const addressee = String(sent.get('addressee') ?? '');
		if (!addressee) error(400);
		try {
			await extensions.askFor(event.locals.db, addressee, form.data.asked_until, form.data.reason);
		} catch (refusal) {
			return refused(notLonger(refusal, 'asked_until'), form.values);
		}
		redirect(303, event.url.pathname + event.url.search);
	}
};
