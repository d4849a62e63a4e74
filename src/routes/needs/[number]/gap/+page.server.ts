import { error, fail, redirect } from '@sveltejs/kit';
import * as needReports from '#lib/needs/need-reports.server.ts';
import { gapAnswer } from '#lib/needs/report-forms.ts';
import { parse, refused } from '#lib/server/forms.ts';
import { requirePerson } from '#lib/server/require-person.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	requirePerson(event);
	const report = await needReports.find(event.locals.db, event.params.number);
	if (!report.canAdd) error(404);
	if (!report.canAnswerGap) redirect(303, `/bedarfe/${report.number}`);
	return { report, kept: event.locals.kept };
};

export const actions: Actions = {
	default: async (event) => {
		requirePerson(event);
		const form = parse(gapAnswer, await event.request.formData());
		if (form.errors) return fail(400, form);
		const { verdict, sentence } = form.data;
		try {
			await needReports.answerGap(event.locals.db, event.params.number, verdict, sentence);
		} catch (refusal) {
			return refused(refusal, form.values);
		}
		redirect(303, `/bedarfe/${event.params.number}`);
	}
};
