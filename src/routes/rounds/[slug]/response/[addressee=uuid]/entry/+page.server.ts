import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import * as ledgers from '#lib/calls/ledgers.server.ts';
import * as documents from '#lib/documents/documents.server.ts';
import { sentence } from '#lib/i18n/sentence.ts';
import { entryForm, pointsIn, problemsIn, roomIn } from '#lib/rounds/entry-form.ts';
import type { RoundForm } from '#lib/rounds/round.ts';
import { statementPath } from '#lib/rounds/room-paths.ts';
import * as submitted from '#lib/rounds/submitted.server.ts';
import { everything, parse, refused } from '#lib/server/forms.ts';
import type { Actions, PageServerLoad } from './$types';

type Event = Pick<RequestEvent<{ slug: string; addressee: string }>, 'locals' | 'params'>;

/** What came on paper, by mail or phone: the same fields as online. */
export const load: PageServerLoad = async (event) => {
	const { db, authority } = event.locals;
	const page = await ledgers.addressee(db, authority.id, event.params.slug, event.params.addressee);
	const { document } = page.form as RoundForm;
	const { sections } = await documents.readContents(db, {
		authorityId: authority.id,
		slug: document!.slug,
		number: document!.number
	});
	return { page, sections, kept: event.locals.kept };
};

export const actions: Actions = {
	more: async (event) => {
		const values = everything(await event.request.formData());
		return { values: { ...values, points: String(roomIn(values) + 3) } };
	},
	/** Shows once more what is going to be entered. */
	check: async (event) => {
		const { values, errors } = await read(event);
		return Object.keys(errors).length ? fail(400, { values, errors }) : { values, isChecked: true };
	},
	change: async (event) => ({ values: everything(await event.request.formData()) }),
	enter: async (event) => {
		const { values, errors, form, points } = await read(event);
		if (!form || Object.keys(errors).length) return fail(400, { values, errors });
		let id: string;
		try {
			id = await submitted.enter(event.locals.db, event.params.addressee, form, points);
		} catch (refusal) {
			return refused(refusal, values);
		}
		redirect(303, statementPath({ slug: event.params.slug, statement: id }));
	}
};

async function read(event: Event & { request: Request }) {
	const sent = await event.request.formData();
	const form = parse(entryForm, sent);
	const values = everything(sent);
	const points = pointsIn(values);
	const errors: Record<string, string> = { ...form.errors };
	for (const [name, key] of Object.entries(problemsIn(values, points))) errors[name] = sentence(key);
	return { values, errors, form: form.data, points };
}
