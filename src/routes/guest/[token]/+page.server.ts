import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { givenIn, guestForm } from '#lib/calls/link.ts';
import * as links from '#lib/calls/links.server.ts';
import { Refusal } from '#lib/server/database.ts';
import { everything, parse, refused } from '#lib/server/forms.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params }) => ({ guest: await links.find(params.token) });

// Opening the page does nothing yet: letterboxes open the links of a mail to look for harm.
export const actions: Actions = {
	/** Shows once more what is going to be sent. */
	check: async (event) => {
		const { form } = await read(event);
		return form.errors ? fail(400, form) : { values: form.values, isChecked: true };
	},
	change: async (event) => ({ values: everything(await event.request.formData()) }),
	send: async (event) => {
		const { form, guest } = await read(event);
		if (form.errors) return fail(400, form);
		const { form_id, name } = form.data;
		const said = { values: form.values, isSent: true };
		try {
			await links.use(event.params.token, form_id, name, givenIn(form.data, guest));
		} catch (refusal) {
			const isOver = refusal instanceof Refusal && ['EXPIR', 'FINAL'].includes(refusal.code);
			if (!isOver) return refused(refusal, form.values);
			redirect(303, event.url.pathname);
		}
		return said; // shown once, to who sent it: the link is also held by who made it
	}
};

/** The page and its form; a link that is over meanwhile shows that it is. */
async function read(event: RequestEvent<{ token: string }>) {
	const guest = await links.find(event.params.token);
	if (!guest || guest.doneAt) redirect(303, event.url.pathname);
	return { guest, form: parse(guestForm(guest), await event.request.formData()) };
}
