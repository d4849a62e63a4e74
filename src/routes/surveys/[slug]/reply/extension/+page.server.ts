import { fail, redirect } from '@sveltejs/kit';
import { extensionForm, replyPath } from '#lib/calls/survey.ts';
import * as surveys from '#lib/calls/surveys.server.ts';
import { parse, refused } from '#lib/server/forms.ts';
import { requirePerson } from '#lib/server/require-person.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	requirePerson(event);
	const { db, authority, kept } = event.locals;
	const organisation = event.url.searchParams.get('fuer');
	return { reply: await surveys.reply(db, authority.id, event.params.slug, organisation), kept };
};

export const actions: Actions = {
	default: async (event) => {
		requirePerson(event);
		const { db, authority } = event.locals;
		const form = parse(extensionForm, await event.request.formData());
		if (form.errors) return fail(400, form);
		const { slug } = event.params;
		const { addresseeId } = await surveys.reply(db, authority.id, slug, event.url.searchParams.get('fuer'));
		try {
			await surveys.askExtension(db, addresseeId, form.data.asked_until, form.data.reason);
		} catch (refusal) {
			return refused(refusal, form.values);
		}
		redirect(303, replyPath(event.params, 'frist'));
	}
};
