import { error, fail, redirect } from '@sveltejs/kit';
import { href } from '#lib/i18n/addresses.ts';
import { pathOf } from '#lib/needs/drafts/draft.ts';
import * as drafts from '#lib/needs/drafts/drafts.server.ts';
import { givingBack } from '#lib/needs/reports/report-forms.ts';
import { parse, refused } from '#lib/server/forms.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const draft = await drafts.findOrNumber(event.locals.db, event.params.id);
	if (typeof draft === 'string') redirect(303, href('/needs/[number]', { number: draft }));
	if (!draft.canRelease) error(404);
	if (!draft.handedInAt) redirect(303, pathOf(draft.id, 'check'));
	return { draft, kept: event.locals.kept };
};

export const actions: Actions = {
	default: async (event) => {
		const form = parse(givingBack, await event.request.formData());
		if (form.errors) return fail(400, form);
		try {
			await drafts.giveBack(event.locals.db, event.params.id, form.data.reason);
		} catch (refusal) {
			return refused(refusal, form.values);
		}
		redirect(303, href('/start'));
	}
};
