import { href } from '#lib/i18n/addresses.ts';
import * as addressChanges from '#lib/people/address-changes.server.ts';
import { emailForm } from '#lib/people/sign-in.ts';
import { action } from '#lib/server/action.ts';
import { addressHash } from '#lib/server/client-address.ts';
import { sessionOf } from '#lib/server/guard.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => ({
	email: sessionOf(event).person.email,
	kept: event.locals.kept,
	isSent: event.url.searchParams.has('gesendet')
});

export const actions: Actions = {
	default: action({
		schema: ({ session }) =>
			emailForm.refine(({ email }) => email.toLowerCase() !== session.person.email.toLowerCase(), {
				path: ['email'],
				error: 'account_error_address_own'
			}),
		verb: ({ session, data, getClientAddress }) =>
			addressChanges.begin(session, data.email, addressHash(getClientAddress())),
		to: () => `${href('/account/address')}?gesendet=1`
	})
};
