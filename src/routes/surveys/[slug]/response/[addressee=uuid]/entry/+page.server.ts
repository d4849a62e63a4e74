import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import * as ledgers from '#lib/calls/ledgers.server.ts';
import { pathOf } from '#lib/needs/drafts/draft.ts';
import { sentence } from '#lib/i18n/sentence.ts';
import { action } from '#lib/server/action.ts';
import { everything, parse, refused } from '#lib/server/forms.ts';
import * as entries from '#lib/surveys/entries.server.ts';
import { entryReceipt } from '#lib/surveys/entry.ts';
import { needForm, problemsIn, saidIn, sourceForm } from '#lib/surveys/entry-form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => ({
	page: await ledgers.addressee(locals.db, locals.authority.id, params.slug, params.addressee),
	form: await entries.find(locals.db, params.addressee),
	kept: locals.kept
});

export const actions: Actions = {
	/** Shows once more what is going to be entered. */
	check: async (event) => {
		const { values, errors } = await read(event);
		return Object.keys(errors).length ? fail(400, { values, errors }) : { values, isChecked: true };
	},
	change: async (event) => ({ values: everything(await event.request.formData()) }),
	enter: async (event) => {
		const { values, errors, source, said } = await read(event);
		if (!source || Object.keys(errors).length) return fail(400, { values, errors });
		let id: string;
		try {
			id = await entries.enter(event.locals.db, event.params.addressee, source, said);
		} catch (refusal) {
			return refused(refusal, values);
		}
		redirect(303, entryReceipt(event.params, id));
	},
	need: action({
		schema: needForm,
		verb: ({ db, params, data }) => entries.startReport(db, params.addressee, data),
		to: ({ done: draft }) => pathOf(draft, 'topic')
	})
};

/** The form as it was typed, what is wrong in it, and what it says. */
async function read(event: RequestEvent<{ slug: string; addressee: string }>) {
	const { db, authority } = event.locals;
	const { slug, addressee } = event.params;
	const [{ fields }, { form: asked }] = await Promise.all([
		ledgers.addressee(db, authority.id, slug, addressee),
		entries.find(db, addressee)
	]);
	const sent = await event.request.formData();
	const form = parse(sourceForm, sent);
	const values = everything(sent);
	const said = saidIn(values, fields, asked);
	const errors: Record<string, string> = { ...form.errors };
	for (const [name, key] of Object.entries(problemsIn(said, fields, asked))) errors[name] = sentence(key);
	return { values, errors, source: form.data, said };
}
