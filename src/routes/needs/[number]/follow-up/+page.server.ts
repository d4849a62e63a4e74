import { redirect } from '@sveltejs/kit';
import { href } from '#lib/i18n/addresses.ts';
import { followUpForm } from '#lib/needs/reports/assessment.ts';
import * as assessments from '#lib/needs/reports/assessments.server.ts';
import { action } from '#lib/server/action.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => ({
	report: await assessments.options(locals.db, params.number),
	kept: locals.kept
});

export const actions: Actions = {
	set: action({
		schema: followUpForm,
		verb: ({ db, params, data }) => assessments.followUp(db, params.number, data),
		to: ({ params }) => `${href('/needs/[number]', params)}?erledigt=wiedervorlage`
	}),
	clear: async ({ locals, params }) => {
		await assessments.followUp(locals.db, params.number, null);
		redirect(303, `${href('/needs/[number]', params)}?erledigt=ohne-wiedervorlage`);
	}
};
