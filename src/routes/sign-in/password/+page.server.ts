import { fail, redirect } from '@sveltejs/kit';
import { enter } from '#lib/people/entrance.server.ts';
import { passwordSignInForm, returnPath } from '#lib/people/sign-in.ts';
import * as signIns from '#lib/people/sign-ins.server.ts';
import { parse, refused, wrong } from '#lib/server/forms.ts';
import { placeOf } from '#lib/server/place.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) => {
	const back = returnPath(url.searchParams.get('weiter'));
	if (locals.session) redirect(303, back);
	return { back };
};

export const actions: Actions = {
	default: async (event) => {
		const sent = await event.request.formData();
		const form = parse(passwordSignInForm, sent);
		if (form.errors) return fail(400, form);
		const { email, password } = form.data;
		let personId: string | null;
		try {
			personId = await signIns.byPassword(email, password, placeOf(event));
		} catch (error) {
			return refused(error, form.values);
		}
		if (personId) return enter(event, personId, returnPath(sent.get('weiter')));
		return wrong(form.values, 'password', 'people_error_password_wrong');
	}
};
