import { fail, redirect } from '@sveltejs/kit';
import { href } from '#lib/i18n/addresses.ts';
import { sendFactorNotice } from '#lib/people/account-mails.server.ts';
import { factorForm, inFours } from '#lib/people/second-factor.ts';
import * as secondFactors from '#lib/people/second-factors.server.ts';
import { keyAddress } from '#lib/people/totp.server.ts';
import { addressHash } from '#lib/server/client-address.ts';
import { parse, refused, wrong } from '#lib/server/forms.ts';
import { qrCode } from '#lib/server/qr-code.ts';
import { sessionOf } from '#lib/server/guard.ts';
import { forgetOwn } from '#lib/server/session.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { person, authority } = sessionOf(event);
	const { offer } = await secondFactors.find(person.id);
	if (!offer) {
		// Right after the key was confirmed there is none left to show, but the codes still are.
		if (event.request.method === 'GET') redirect(303, href('/account/second-factor'));
		return { key: '', address: '', qrCode: null };
	}
	const address = keyAddress(offer, authority.name, person.email);
	return { key: inFours(offer), address, qrCode: qrCode(address) };
};

export const actions: Actions = {
	default: async (event) => {
		const session = sessionOf(event);
		const form = parse(factorForm, await event.request.formData());
		if (form.errors) return fail(400, form);
		const { since } = await secondFactors.find(session.person.id);
		let codes: string[] | null;
		try {
			codes = await secondFactors.confirm(session, form.data.code, addressHash(event.getClientAddress()));
		} catch (error) {
			return refused(error, {});
		}
		if (!codes && !(await secondFactors.find(session.person.id)).offer)
			redirect(303, href('/account/second-factor')); // sent twice: it is set up already
		if (!codes) return wrong({}, 'code', 'account_error_factor_wrong');
		sendFactorNotice(session.person, session.authority, since ? 'replaced' : 'set_up');
		forgetOwn(event.cookies);
		return { codes }; // in this answer only: a redirect would have to store them
	}
};
