import { fail, redirect } from '@sveltejs/kit';
import { href } from '#lib/i18n/addresses.ts';
import { settlementForm } from '#lib/needs/pool/need.ts';
import * as needs from '#lib/needs/pool/needs.server.ts';
import { parse, refused } from '#lib/server/forms.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { db, kept } = event.locals;
	return { need: await needs.find(db, event.params.number), kept };
};

export const actions: Actions = {
	default: async (event) => {
		const form = parse(settlementForm, await event.request.formData());
		if (form.errors) return fail(400, form);
		try {
			await needs.settle(event.locals.db, event.params.number, form.data.body);
		} catch (refusal) {
			return refused(refusal, form.values);
		}
		redirect(303, `${href('/needs/pool/[number]', { number: event.params.number })}?erledigt=abschluss`);
	}
};
