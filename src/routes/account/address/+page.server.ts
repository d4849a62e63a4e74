import { fail, redirect } from '@sveltejs/kit';
import { href } from '#lib/i18n/addresses.ts';
import * as addressChanges from '#lib/people/address-changes.server.ts';
import { emailForm } from '#lib/people/sign-in.ts';
import { addressHash } from '#lib/server/client-address.ts';
import { parse, refused, wrong } from '#lib/server/forms.ts';
import { sessionOf } from '#lib/server/guard.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const { person } = sessionOf(event);
	return { email: person.email, kept: event.locals.kept, isSent: event.url.searchParams.has('gesendet') };
};

export const actions: Actions = {
	default: async (event) => {
		const session = sessionOf(event);
		const form = parse(emailForm, await event.request.formData());
		if (form.errors) return fail(400, form);
		const { email } = form.data;
		if (email.toLowerCase() === session.person.email.toLowerCase())
			return wrong(form.values, 'email', 'account_error_address_own');
		try {
			await addressChanges.begin(session, email, addressHash(event.getClientAddress()));
		} catch (error) {
			return refused(error, form.values);
		}
		redirect(303, `${href('/account/address')}?gesendet=1`);
	}
};
