import { error, redirect } from '@sveltejs/kit';
import { href } from '#lib/i18n/addresses.ts';
import { pathOf } from '#lib/needs/drafts/draft.ts';
import * as drafts from '#lib/needs/drafts/drafts.server.ts';
import { givingBack } from '#lib/needs/reports/report-forms.ts';
import { action } from '#lib/server/action.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const draft = await drafts.findOrNumber(locals.db, params.id);
	if (typeof draft === 'string') redirect(303, href('/needs/[number]', { number: draft }));
	if (!draft.canRelease) error(404);
	if (!draft.handedInAt) redirect(303, pathOf(draft.id, 'check'));
	return { draft, kept: locals.kept };
};

export const actions: Actions = {
	default: action({
		schema: givingBack,
		verb: ({ db, params, data }) => drafts.giveBack(db, params.id, data.reason),
		to: () => href('/start')
	})
};
