import { fail } from '@sveltejs/kit';
import { enter } from '#lib/people/entrance.server.ts';
import { codeForm } from '#lib/people/sign-in.ts';
import * as signIns from '#lib/people/sign-ins.server.ts';
import { backend } from '#lib/server/backend.ts';
import { parse, refused } from '#lib/server/forms.ts';
import { placeOf } from '#lib/server/place.ts';
import { sendAgain } from '../again.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ url }) => ({
	isAgain: url.searchParams.has('neu'),
	hasMailbox: !backend().settings.mail
});

export const actions: Actions = {
	code: async (event) => {
		const form = parse(codeForm, await event.request.formData());
		if (form.errors) return fail(400, form);
		const { attempt } = event.params;
		let tried: signIns.Outcome;
		try {
			tried = await signIns.byCode(attempt, form.data.code, placeOf(event));
		} catch (error) {
			return refused(error, {});
		}
		if (tried.outcome === 'signed_in') return enter(event, tried.personId, tried.returnTo);
		const isOver = tried.outcome === 'expired' || tried.left <= 0;
		return fail(isOver ? 410 : 400, { values: {}, errors: { code: signIns.sentenceOf(tried) }, isOver });
	},
	again: (event) => sendAgain(event, { id: event.params.attempt })
};
