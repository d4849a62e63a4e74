import { fail } from '@sveltejs/kit';
import * as ledgers from '#lib/calls/ledgers.server.ts';
import { linkForm } from '#lib/calls/link.ts';
import * as links from '#lib/calls/links.server.ts';
import { action } from '#lib/server/action.ts';
import { parse, refused } from '#lib/server/forms.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => ({
	page: await ledgers.addressee(locals.db, locals.authority.id, params.slug, params.addressee),
	kept: locals.kept
});

export const actions: Actions = {
	/** Answers with the page itself: the link is shown this once and may stand in no address. */
	add: async ({ locals, params, request }) => {
		const form = parse(linkForm, await request.formData());
		if (form.errors) return fail(400, form);
		try {
			const address = await links.make(locals.db, params.addressee, form.data);
			return { address, recipient: form.data.recipient };
		} catch (refusal) {
			return refused(refusal, form.values);
		}
	},
	end: action({
		verb: ({ db, sent }) => links.end(db, String(sent.get('id'))),
		to: ({ url }) => url.pathname
	})
};
