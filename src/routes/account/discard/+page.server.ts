import { fail, redirect } from '@sveltejs/kit';
import { href } from '#lib/i18n/addresses.ts';
import { departureForm } from '#lib/people/departure.ts';
import * as departures from '#lib/people/departures.server.ts';
import { codeForm } from '#lib/people/sign-in.ts';
import { sentenceOf } from '#lib/people/sign-ins.server.ts';
import { addressHash } from '#lib/server/client-address.ts';
import { parse, refused } from '#lib/server/forms.ts';
import { sessionOf } from '#lib/server/guard.ts';
import { end } from '#lib/server/session.ts';
import type { Actions, PageServerLoad } from './$types';

const id = /^[0-9a-f-]{36}$/;

export const load: PageServerLoad = async (event) => {
	const departure = await departures.find(sessionOf(event));
	return { departure, attempt: event.url.searchParams.get('versuch') };
};

export const actions: Actions = {
	send: async (event) => {
		const session = sessionOf(event);
		let attempt: string;
		try {
			attempt = await departures.sendCode(session, addressHash(event.getClientAddress()));
		} catch (error) {
			return refused(error, {});
		}
		redirect(303, `${href('/account/discard')}?versuch=${attempt}`);
	},
	prove: async (event) => {
		const session = sessionOf(event);
		const sent = await event.request.formData();
		const attempt = String(sent.get('versuch'));
		const form = parse(codeForm, sent);
		if (form.errors) return fail(400, { ...form, attempt });
		try {
			const tried = id.test(attempt)
				? await departures.prove(session, attempt, form.data.code, addressHash(event.getClientAddress()))
				: ({ outcome: 'expired' } as const);
			if (tried.outcome !== 'signed_in')
				return fail(400, { values: {}, errors: { code: sentenceOf(tried) }, attempt });
		} catch (error) {
			return refused(error, {});
		}
		redirect(303, href('/account/discard'));
	},
	leave: async (event) => {
		const session = sessionOf(event);
		const form = parse(departureForm, await event.request.formData());
		if (form.errors) return fail(400, form);
		try {
			await departures.leave(session);
		} catch (error) {
			return refused(error, form.values);
		}
		await end(event.cookies, event.url.protocol === 'https:', event.locals.display);
		redirect(303, `${href('/sign-out')}?konto=geloescht`);
	}
};
