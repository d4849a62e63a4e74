import { redirect } from '@sveltejs/kit';
import * as preparations from '#lib/calls/preparations.server.ts';
import { requireDraft } from '#lib/calls/require-draft.server.ts';
import { href } from '#lib/i18n/addresses.ts';
import { refused } from '#lib/server/forms.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({ call: await requireDraft(event) });

export const actions: Actions = {
	default: async (event) => {
		const { db, authority } = event.locals;
		try {
			await preparations.discard(db, authority.id, event.params.slug);
		} catch (refusal) {
			return refused(refusal, {});
		}
		redirect(303, href('/surveys'));
	}
};
