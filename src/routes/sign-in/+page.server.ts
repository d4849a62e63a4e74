import { fail, redirect } from '@sveltejs/kit';
import { href } from '#lib/i18n/addresses.ts';
import * as samples from '#lib/people/samples.server.ts';
import { emailForm, returnPath } from '#lib/people/sign-in.ts';
import * as signIns from '#lib/people/sign-ins.server.ts';
import { parse, refused } from '#lib/server/forms.ts';
import { placeOf } from '#lib/server/place.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const back = returnPath(url.searchParams.get('weiter'));
	if (locals.session) redirect(303, back);
	return { back, isKept: url.searchParams.has('gesichert'), samples: await samples.list() };
};

export const actions: Actions = {
	default: async (event) => {
		const sent = await event.request.formData();
		const form = parse(emailForm, sent);
		if (form.errors) return fail(400, form);
		const from = { ...placeOf(event), authority: event.locals.authority };
		let id: string;
		try {
			id = await signIns.begin(form.data.email, returnPath(sent.get('weiter')), from);
		} catch (error) {
			return refused(error, form.values);
		}
		redirect(303, href('/sign-in/[attempt=uuid]', { attempt: id }));
	}
};
