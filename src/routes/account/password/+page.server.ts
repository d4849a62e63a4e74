import { fail, redirect } from '@sveltejs/kit';
import { href } from '#lib/i18n/addresses.ts';
import { passwordForm } from '#lib/people/account.ts';
import * as accounts from '#lib/people/accounts.server.ts';
import { sendPasswordNotice } from '#lib/people/mails.server.ts';
import { parse } from '#lib/server/forms.ts';
import { sessionOf } from '#lib/server/guard.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { person } = sessionOf(event);
	const { passwordChangedAt } = await accounts.find(person.id);
	return { hasPassword: passwordChangedAt !== null, email: person.email };
};

export const actions: Actions = {
	set: async (event) => {
		const session = sessionOf(event);
		const form = parse(passwordForm, await event.request.formData());
		if (form.errors) return fail(400, form);
		await accounts.setPassword(session, form.data.password);
		sendPasswordNotice(session.person, session.authority);
		redirect(303, href('/account'));
	},
	remove: async (event) => {
		const session = sessionOf(event);
		await accounts.removePassword(session);
		sendPasswordNotice(session.person, session.authority);
		redirect(303, href('/account'));
	}
};
