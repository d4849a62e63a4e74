import { fail, redirect } from '@sveltejs/kit';
import * as ledgers from '#lib/calls/ledgers.server.ts';
import { pageOf } from '#lib/calls/kind.ts';
import * as entries from '#lib/surveys/entries.server.ts';
import { entryForm, needForm } from '#lib/surveys/entry-form.ts';
import { pathOf } from '#lib/needs/drafts/draft.ts';
import { parse, refused } from '#lib/server/forms.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { db, authority, kept } = event.locals;
	const { slug, addressee } = event.params;
	return { page: await ledgers.addressee(db, authority.id, slug, addressee), kept };
};

export const actions: Actions = {
	nil: async (event) => {
		const { slug, addressee } = event.params;
		const form = parse(entryForm, await event.request.formData());
		if (form.errors) return fail(400, form);
		try {
			await entries.enter(event.locals.db, addressee, form.data);
		} catch (refusal) {
			return refused(refusal, form.values);
		}
		redirect(303, `${pageOf({ slug }, '/response/[addressee=uuid]', { addressee })}?erledigt=eingetragen`);
	},
	need: async (event) => {
		const form = parse(needForm, await event.request.formData());
		if (form.errors) return fail(400, form);
		let draft: string;
		try {
			draft = await entries.startReport(event.locals.db, event.params.addressee, form.data);
		} catch (refusal) {
			return refused(refusal, form.values);
		}
		redirect(303, pathOf(draft, 'topic'));
	}
};
