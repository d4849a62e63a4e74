import { href } from '#lib/i18n/addresses.ts';
import { assessmentForm, otherNeed } from '#lib/needs/reports/assessment.ts';
import * as assessments from '#lib/needs/reports/assessments.server.ts';
import * as needs from '#lib/needs/pool/needs.server.ts';
import * as words from '#lib/vocabulary/vocabulary.server.ts';
import { action } from '#lib/server/action.ts';
import { everything } from '#lib/server/forms.ts';
import { Refusal } from '#lib/server/database.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => ({
	report: await assessments.options(locals.db, params.number),
	kept: locals.kept,
	vocabulary: await words.find(locals.db)
});

export const actions: Actions = {
	/** Finds needs of the pool, and leaves everything as it was typed. */
	search: async ({ locals, request }) => {
		const values = everything(await request.formData());
		const search = String(values.need_search ?? '')
			.trim()
			.slice(0, 200);
		const found = search ? await needs.findOpen(locals.db, locals.authority.id, search) : [];
		return { values, search, found };
	},
	assess: action({
		schema: async ({ db }) => assessmentForm((await words.find(db)).fieldsOfAction.map(({ key }) => key)),
		verb: ({ db, params, data }) =>
			assessments.assess(db, params.number, data).catch((refusal: unknown) => {
				// the report is there, or the page would not be shown: it is the need that was named
				const isUnknown = data.need === otherNeed && refusal instanceof Refusal && refusal.status === 404;
				throw isUnknown ? new Refusal('INVAL', 400, 'needs_planner_error_no_need', ['need_number']) : refusal;
			}),
		to: ({ params }) => `${href('/needs/[number]', params)}?erledigt=eingeordnet`
	})
};
