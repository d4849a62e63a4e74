import { fail, redirect } from '@sveltejs/kit';
import { href } from '#lib/i18n/addresses.ts';
import { interimForm } from '#lib/needs/reports/assessment.ts';
import * as assessments from '#lib/needs/reports/assessments.server.ts';
import { parse, refused } from '#lib/server/forms.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { db, kept } = event.locals;
	return { report: await assessments.options(db, event.params.number), kept };
};

export const actions: Actions = {
	default: async (event) => {
		const form = parse(interimForm, await event.request.formData());
		if (form.errors) return fail(400, form);
		try {
			await assessments.tellInterim(event.locals.db, event.params.number, form.data);
		} catch (refusal) {
			return refused(refusal, form.values);
		}
		redirect(303, `${href('/needs/[number]', { number: event.params.number })}?erledigt=zwischenstand`);
	}
};
