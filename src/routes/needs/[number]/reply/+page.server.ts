import { error, fail, redirect } from '@sveltejs/kit';
import * as needReports from '#lib/needs/need-reports.server.ts';
import { message } from '#lib/needs/report-forms.ts';
import { parse, refused } from '#lib/server/forms.ts';
import { requirePerson } from '#lib/server/require-person.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	requirePerson(event);
	const report = await needReports.find(event.locals.db, event.params.number);
	if (!report.canAdd) error(404);
	return { report, kept: event.locals.kept };
};

export const actions: Actions = {
	default: async (event) => {
		requirePerson(event);
		const form = parse(message, await event.request.formData());
		if (form.errors) return fail(400, form);
		try {
			await needReports.write(event.locals.db, event.params.number, 'reply', form.data.body);
		} catch (refusal) {
			return refused(refusal, form.values);
		}
		redirect(303, `/bedarfe/${event.params.number}`);
	}
};
