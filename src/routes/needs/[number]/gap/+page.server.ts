import { error, redirect } from '@sveltejs/kit';
import { href } from '#lib/i18n/addresses.ts';
import * as needReports from '#lib/needs/reports/need-reports.server.ts';
import { enteredGapAnswer, gapAnswer } from '#lib/needs/reports/report-forms.ts';
import * as entered from '#lib/needs/reports/entered.server.ts';
import { action } from '#lib/server/action.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const report = await needReports.find(locals.db, params.number);
	if (!report.canAdd && !report.canEnter) error(404);
	if (!report.canAnswerGap && !report.canEnterGap)
		redirect(303, href('/needs/[number]', { number: report.number }));
	return { report, kept: locals.kept };
};

export const actions: Actions = {
	/** With a channel: a planner enters what came by letter or phone. */
	default: action({
		schema: ({ sent }): typeof gapAnswer | typeof enteredGapAnswer =>
			sent.has('channel') ? enteredGapAnswer : gapAnswer,
		verb: ({ db, params, data }) =>
			'channel' in data
				? entered.answerGap(db, params.number, data)
				: needReports.answerGap(db, params.number, data.verdict, data.sentence),
		to: ({ params }) => `${href('/needs/[number]', params)}?erledigt=luecke`
	})
};
