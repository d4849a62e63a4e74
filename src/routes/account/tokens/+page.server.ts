import { fail, redirect } from '@sveltejs/kit';
import { href } from '#lib/i18n/addresses.ts';
import { tokenForm } from '#lib/tokens/token.ts';
import * as tokens from '#lib/tokens/tokens.server.ts';
import { parse, refused } from '#lib/server/forms.ts';
import { sessionOf } from '#lib/server/guard.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => ({
	tokens: await tokens.list(locals.db),
	kept: locals.kept
});

export const actions: Actions = {
	/** Answers with the page itself: the secret is shown this once and may stand in no address. */
	add: async (event) => {
		const form = parse(tokenForm, await event.request.formData());
		if (form.errors) return fail(400, form);
		try {
			return { secret: await tokens.add(event.locals.db, sessionOf(event), form.data), name: form.data.name };
		} catch (refusal) {
			return refused(refusal, form.values);
		}
	},
	revoke: async (event) => {
		await tokens.revoke(event.locals.db, String((await event.request.formData()).get('id')));
		redirect(303, `${href('/account/tokens')}?beendet=1`);
	}
};
