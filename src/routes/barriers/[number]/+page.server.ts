import { barrierAnswerForm } from '#lib/barriers/barrier-report.ts';
import * as barrierReports from '#lib/barriers/barrier-reports.server.ts';
import { href } from '#lib/i18n/addresses.ts';
import { action } from '#lib/server/action.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => ({
	report: await barrierReports.find(locals.db, params.number),
	kept: locals.kept,
	isDone: url.searchParams.has('erledigt')
});

export const actions: Actions = {
	default: action({
		schema: barrierAnswerForm,
		verb: ({ db, params, data }) => barrierReports.answer(db, params.number, data.answer),
		to: ({ params }) => `${href('/barriers/[number]', params)}?erledigt=antwort`
	})
};
