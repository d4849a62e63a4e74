import { fail, redirect } from '@sveltejs/kit';
import { href } from '#lib/i18n/addresses.ts';
import { followUpForm } from '#lib/needs/reports/assessment.ts';
import * as assessments from '#lib/needs/reports/assessments.server.ts';
import { parse, refused } from '#lib/server/forms.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { db, kept } = event.locals;
	return { report: await assessments.options(db, event.params.number), kept };
};

export const actions: Actions = {
	set: async (event) => {
		const form = parse(followUpForm, await event.request.formData());
		if (form.errors) return fail(400, form);
		try {
			await assessments.followUp(event.locals.db, event.params.number, form.data);
		} catch (refusal) {
			return refused(refusal, form.values);
		}
		redirect(303, `${href('/needs/[number]', { number: event.params.number })}?erledigt=wiedervorlage`);
	},
	clear: async (event) => {
		await assessments.followUp(event.locals.db, event.params.number, null);
		redirect(303, `${href('/needs/[number]', { number: event.params.number })}?erledigt=ohne-wiedervorlage`);
	}
};
