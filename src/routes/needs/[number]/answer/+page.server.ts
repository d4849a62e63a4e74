import { fail, redirect } from '@sveltejs/kit';
import { href } from '#lib/i18n/addresses.ts';
import { answerForm } from '#lib/needs/reports/assessment.ts';
import * as assessments from '#lib/needs/reports/assessments.server.ts';
import * as words from '#lib/vocabulary/vocabulary.server.ts';
import { parse, refused } from '#lib/server/forms.ts';
import type { Actions, PageServerLoad } from './$types';

const missing: Record<string, string> = {
	reason: 'needs_planner_error_reason',
	forwarded_to: 'needs_planner_error_forwarded'
};

export const load: PageServerLoad = async (event) => {
	const { db, kept } = event.locals;
	const report = await assessments.options(db, event.params.number);
	return { report, kept, vocabulary: await words.find(db) };
};

export const actions: Actions = {
	default: async (event) => {
		const { db } = event.locals;
		const { decisionWords } = await words.find(db);
		const sent = await event.request.formData();
		const form = parse(answerForm(decisionWords.map(({ key }) => key)), sent);
		if (form.errors) return fail(400, form);
		try {
			await assessments.answer(db, event.params.number, form.data);
		} catch (refusal) {
			return refused(refusal, form.values, (field) => missing[field] ?? 'errors_missing');
		}
		const done = sent.has('correction') ? 'korrektur' : 'antwort';
		redirect(303, `${href('/needs/[number]', { number: event.params.number })}?erledigt=${done}`);
	}
};
