import { href } from '#lib/i18n/addresses.ts';
import { contributionForm } from '#lib/needs/reports/assessment.ts';
import * as assessments from '#lib/needs/reports/assessments.server.ts';
import { action } from '#lib/server/action.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => ({
	report: await assessments.options(locals.db, params.number),
	kept: locals.kept
});

export const actions: Actions = {
	default: action({
		schema: contributionForm,
		verb: ({ db, params, data }) => assessments.contribute(db, params.number, 'note', data),
		to: ({ params }) => `${href('/needs/[number]', params)}?erledigt=notiz`
	})
};
