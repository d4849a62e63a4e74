import { error } from '@sveltejs/kit';
import { href } from '#lib/i18n/addresses.ts';
import { seenForm } from '#lib/needs/reports/assessment.ts';
import * as assessments from '#lib/needs/reports/assessments.server.ts';
import * as needReports from '#lib/needs/reports/need-reports.server.ts';
import { action } from '#lib/server/action.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const report = await needReports.find(locals.db, params.number);
	if (!report.canAnswer || !report.waits) error(404);
	return { report, waits: report.waits };
};

export const actions: Actions = {
	default: action({
		schema: seenForm,
		verb: ({ db, params, data }) => assessments.noteAsDealtWith(db, params.number, data),
		to: ({ params }) => `${href('/needs/[number]', params)}?erledigt=gelesen`
	})
};
