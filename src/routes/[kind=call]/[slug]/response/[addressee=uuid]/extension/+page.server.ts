import { fail, redirect } from '@sveltejs/kit';
import { momentOf } from '#lib/i18n/berlin.ts';
import { decisionForm, extensionForm } from '#lib/calls/extension-form.ts';
import * as extensions from '#lib/calls/extensions.server.ts';
import { notLonger } from '#lib/calls/extension-refusal.server.ts';
import * as ledgers from '#lib/calls/ledgers.server.ts';
import { pageOf } from '#lib/calls/kind.ts';
import { parse, refused } from '#lib/server/forms.ts';
import type { Actions, PageServerLoad } from './$types';

const missing = () => 'calls_error_reason';
const backTo = ({ slug, addressee }: { slug: string; addressee: string }) =>
	pageOf({ slug }, '/response/[addressee=uuid]', { addressee });

export const load: PageServerLoad = async (event) => {
	const { db, authority, kept } = event.locals;
	const { slug, addressee } = event.params;
	return { page: await ledgers.addressee(db, authority.id, slug, addressee), kept };
};

export const actions: Actions = {
	/** Decides on what the addressee asked for online. */
	decide: async (event) => {
		const form = parse(decisionForm, await event.request.formData());
		if (form.errors) return fail(400, form);
		const { outcome, due_on, reason } = form.data;
		try {
			if (outcome === 'granted')
				await extensions.grant(event.locals.db, event.params.addressee, momentOf(due_on));
			else await extensions.refuse(event.locals.db, event.params.addressee, reason);
		} catch (refusal) {
			return refused(notLonger(refusal, 'due_on'), form.values, missing);
		}
		redirect(303, `${backTo(event.params)}?erledigt=${outcome === 'granted' ? 'bewilligt' : 'abgelehnt'}`);
	},

	/** Writes down what was asked for by phone or letter, and grants it. */
	extend: async (event) => {
		const form = parse(extensionForm, await event.request.formData());
		if (form.errors) return fail(400, form);
		const { due_on, reason, channel } = form.data;
		try {
			await extensions.extend(event.locals.db, event.params.addressee, {
				dueAt: momentOf(due_on),
				reason,
				channel
			});
		} catch (refusal) {
			return refused(notLonger(refusal, 'due_on'), form.values, missing);
		}
		redirect(303, `${backTo(event.params)}?erledigt=bewilligt`);
	}
};
