import { error } from '@sveltejs/kit';
import { href } from '#lib/i18n/addresses.ts';
import * as needReports from '#lib/needs/reports/need-reports.server.ts';
import { formOf, takingBackForm } from '#lib/needs/reports/taking-back.ts';
import { action } from '#lib/server/action.ts';
import { forgetOwn } from '#lib/server/session.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const report = await needReports.find(locals.db, params.number);
	if (!report.takeBack) error(404);
	return { report, act: report.takeBack };
};

export const actions: Actions = {
	default: action({
		schema: takingBackForm,
		verb: async ({ db, params, data, cookies }) => {
			const form = formOf(data.kind, params.number);
			await needReports.takeBack(db, params.number, data.record, form);
			forgetOwn(cookies); // it says which forms are kept
			return form;
		},
		to: ({ data, done }) => done ?? href('/needs/drafts/[id]/check', { id: data.record })
	})
};
