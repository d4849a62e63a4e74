import { fail, redirect } from '@sveltejs/kit';
import { href } from '#lib/i18n/addresses.ts';
import { sendFactorNotice } from '#lib/people/account-mails.server.ts';
import { factorForm } from '#lib/people/second-factor.ts';
import * as secondFactors from '#lib/people/second-factors.server.ts';
import { addressHash } from '#lib/server/client-address.ts';
import { parse, refused, wrong } from '#lib/server/forms.ts';
import { sessionOf } from '#lib/server/guard.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async (event) => {
	const { since, codesLeft, isRequired } = await secondFactors.find(sessionOf(event).person.id);
	return { since, codesLeft, isRequired, isRemoved: event.url.searchParams.has('entfernt') };
};

export const actions: Actions = {
	begin: async (event) => {
		const session = sessionOf(event);
		const { since } = await secondFactors.find(session.person.id);
		if (!since) await secondFactors.offer(session);
		redirect(303, href('/account/second-factor/setup'));
	},
	replace: (event) =>
		withCode(event, secondFactors.replace, () => redirect(303, href('/account/second-factor/setup'))),
	// The new codes exist in this answer only: a redirect would have to store them.
	codes: (event) => withCode(event, secondFactors.renewCodes, (codes) => ({ codes })),
	remove: (event) =>
		withCode(event, secondFactors.remove, () => {
			const { person, authority } = sessionOf(event);
			sendFactorNotice(person, authority, 'removed');
			redirect(303, `${href('/account/second-factor')}?entfernt=1`);
		})
};

/** Does something that takes a code, six digits or a recovery code. */
async function withCode<Done, Answer>(
	event: RequestEvent,
	act: (session: App.Session, code: string, addressHash: string) => Promise<Done | null | false>,
	answer: (done: Done) => Answer
) {
	const form = parse(factorForm, await event.request.formData());
	if (form.errors) return fail(400, form);
	let done: Done | null | false;
	try {
		done = await act(sessionOf(event), form.data.code, addressHash(event.getClientAddress()));
	} catch (error) {
		return refused(error, {});
	}
	return done ? answer(done) : wrong({}, 'code', 'account_error_factor_wrong');
}
