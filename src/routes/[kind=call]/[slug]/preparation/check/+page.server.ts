import { fail } from '@sveltejs/kit';
import { momentOf, wallOf } from '#lib/i18n/berlin.ts';
import * as calls from '#lib/calls/calls.server.ts';
import * as preparations from '#lib/calls/preparations.server.ts';
import { requireDraft } from '#lib/calls/require-draft.server.ts';
import { openingForm, untilForm } from '#lib/calls/opening-form.ts';
import { pageOf } from '#lib/calls/kind.ts';
import { action } from '#lib/server/action.ts';
import { parse, refused } from '#lib/server/forms.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
	call: await requireDraft(event),
	kept: event.locals.kept
});

export const actions: Actions = {
	open: action({
		schema: openingForm,
		verb: ({ db, authority, params, data }) => calls.open(db, authority.id, params.slug, data.body),
		missing: () => 'calls_error_meetings',
		to: ({ params }) => pageOf(params, '/opened')
	}),

	/** Moves the end of the window to a meeting; what was typed stays. */
	extend: async (event) => {
		const { db, authority } = event.locals;
		const { slug } = event.params;
		const form = parse(untilForm, await event.request.formData());
		if (form.errors) return fail(400, form);
		const { closesAt } = await requireDraft(event);
		const closes_at = momentOf(form.data.until, wallOf(closesAt).time);
		try {
			await preparations.save(db, authority.id, slug, { closes_at });
		} catch (refusal) {
			return refused(refusal, form.values);
		}
		return { values: form.values, errors: undefined, extended: closes_at };
	}
};
