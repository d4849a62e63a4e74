import { fail, redirect } from '@sveltejs/kit';
import { barrierAnswerForm } from '#lib/barriers/barrier-report.ts';
import * as barrierReports from '#lib/barriers/barrier-reports.server.ts';
import { href } from '#lib/i18n/addresses.ts';
import { parse, refused } from '#lib/server/forms.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { db, kept } = event.locals;
	const isDone = event.url.searchParams.has('erledigt');
	return { report: await barrierReports.find(db, event.params.number), kept, isDone };
};

export const actions: Actions = {
	default: async (event) => {
		const form = parse(barrierAnswerForm, await event.request.formData());
		if (form.errors) return fail(400, form);
		try {
			await barrierReports.answer(event.locals.db, event.params.number, form.data.answer);
		} catch (refusal) {
			return refused(refusal, form.values);
		}
		redirect(303, `${href('/barriers/[number]', { number: event.params.number })}?erledigt=antwort`);
	}
};
