import { fail, redirect } from '@sveltejs/kit';
import { href } from '#lib/i18n/addresses.ts';
import { sentence } from '#lib/i18n/sentence.ts';
import { assessmentForm, otherNeed } from '#lib/needs/reports/assessment.ts';
import * as assessments from '#lib/needs/reports/assessments.server.ts';
import * as words from '#lib/vocabulary/vocabulary.server.ts';
import { Refusal } from '#lib/server/database.ts';
import { parse, refused, type Errors } from '#lib/server/forms.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { db, kept } = event.locals;
	const report = await assessments.options(db, event.params.number);
	return { report, kept, vocabulary: await words.find(db) };
};

export const actions: Actions = {
	default: async (event) => {
		const { db } = event.locals;
		const { fieldsOfAction } = await words.find(db);
		const schema = assessmentForm(fieldsOfAction.map(({ key }) => key));
		const form = parse(schema, await event.request.formData());
		if (form.errors) return fail(400, form);
		try {
			await assessments.assess(db, event.params.number, form.data);
		} catch (refusal) {
			// the report is there, or the page would not be shown: it is the need that was named
			const isUnknown = form.data.need === otherNeed && refusal instanceof Refusal && refusal.status === 404;
			if (isUnknown) return fail(400, { values: form.values, errors: unknownNeed() });
			return refused(refusal, form.values);
		}
		redirect(303, `${href('/needs/[number]', { number: event.params.number })}?erledigt=eingeordnet`);
	}
};

const unknownNeed = (): Errors => ({ need_number: sentence('needs_planner_error_no_need') });
