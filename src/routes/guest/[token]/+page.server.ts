import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { guestForm, saidBy } from '#lib/calls/link.ts';
import * as links from '#lib/calls/links.server.ts';
import { sentence } from '#lib/i18n/sentence.ts';
import { Refusal } from '#lib/server/database.ts';
import { everything, parse, refused, type Errors } from '#lib/server/forms.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params }) => ({ guest: await links.find(params.token) });

// Opening the page does nothing yet: letterboxes open the links of a mail to look for harm.
export const actions: Actions = {
	/** Shows once more what is going to be sent. */
	check: async (event) => {
		const { values, errors } = await read(event);
		return errors ? fail(400, { values, errors }) : { values, isChecked: true };
	},
	change: async (event) => ({ values: everything(await event.request.formData()) }),
	send: async (event) => {
		const { values, errors, data, given } = await read(event);
		if (!data || errors) return fail(400, { values, errors });
		try {
			await links.use(event.params.token, data.form_id, data.name, given);
		} catch (refusal) {
			const isOver = refusal instanceof Refusal && ['EXPIR', 'FINAL'].includes(refusal.code);
			if (!isOver) return refused(refusal, values);
			redirect(303, event.url.pathname);
		}
		return { values, isSent: true }; // shown once, to who sent it: the link is also held by who made it
	}
};

/** The form as it was typed, what is wrong in it and what it says; a link that is over meanwhile shows that it is. */
async function read(event: RequestEvent<{ token: string }>) {
	const guest = await links.find(event.params.token);
	if (!guest || guest.doneAt) redirect(303, event.url.pathname);
	const sent = await event.request.formData();
	const { data, errors: wrong = {} } = parse(guestForm, sent);
	const values = everything(sent);
	const { given, problems } = saidBy(guest, values);
	const errors: Errors = { ...wrong };
	for (const [name, key] of Object.entries(problems)) errors[name] = sentence(key);
	return { values, data, given, errors: Object.keys(errors).length ? errors : undefined };
}
