import { error } from '@sveltejs/kit';
import { href } from '#lib/i18n/addresses.ts';
import * as needReports from '#lib/needs/reports/need-reports.server.ts';
import { enteredMessage, message } from '#lib/needs/reports/report-forms.ts';
import * as entered from '#lib/needs/reports/entered.server.ts';
import { action } from '#lib/server/action.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const report = await needReports.find(locals.db, params.number);
	if (!report.canAdd && !report.canEnter) error(404);
	return { report, kept: locals.kept };
};

export const actions: Actions = {
	/** With a channel: a planner enters what came by letter or phone. */
	default: action({
		schema: ({ sent }): typeof message | typeof enteredMessage =>
			sent.has('channel') ? enteredMessage : message,
		verb: ({ db, params, data }) =>
			'channel' in data
				? entered.write(db, params.number, 'addition', data)
				: needReports.write(db, params.number, 'addition', data),
		to: ({ params }) => `${href('/needs/[number]', params)}?erledigt=ergaenzung`
	})
};
