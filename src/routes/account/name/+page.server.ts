import { fail, redirect } from '@sveltejs/kit';
import { href } from '#lib/i18n/addresses.ts';
import * as accounts from '#lib/people/accounts.server.ts';
import { nameForm } from '#lib/people/person.ts';
import { parse } from '#lib/server/forms.ts';
import { sessionOf } from '#lib/server/guard.ts';
import { forgetOwn } from '#lib/server/session.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const { salutation, givenName, familyName } = sessionOf(event).person;
	return { values: event.locals.kept ?? { salutation: salutation ?? '', givenName, familyName } };
};

export const actions: Actions = {
	default: async (event) => {
		const form = parse(nameForm, await event.request.formData());
		if (form.errors) return fail(400, form);
		await accounts.changeName(event.locals.db, form.data);
		forgetOwn(event.cookies);
		redirect(303, href('/account'));
	}
};
