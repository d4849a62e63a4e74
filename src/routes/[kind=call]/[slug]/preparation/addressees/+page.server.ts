import { fail, redirect } from '@sveltejs/kit';
import { addresseesForm, addresseesIn, circleForm, preparationOf } from '#lib/calls/preparation.ts';
import * as preparations from '#lib/calls/preparations.server.ts';
import { requireDraft } from '#lib/calls/require-draft.server.ts';
import { parse, refused, wrong } from '#lib/server/forms.ts';
import type { Actions, PageServerLoad } from './$types';

const missing = 'errors_call_without_addressees';

export const load: PageServerLoad = async (event) => ({
	call: await requireDraft(event),
	kept: event.locals.kept
});

export const actions: Actions = {
	save: async (event) => {
		const { db, authority } = event.locals;
		const { slug } = event.params;
		const form = parse(addresseesForm, await event.request.formData());
		if (form.errors) return fail(400, form);
		const chosen = addresseesIn(form.data);
		if (chosen.length === 0) return wrong(form.values, 'municipality', missing);
		try {
			await preparations.chooseAddressees(db, authority.id, slug, chosen);
		} catch (refusal) {
			return refused(refusal, form.values);
		}
		redirect(303, preparationOf(event.params));
	},

	/** Adds a saved circle, or all of a kind, to what is ticked. */
	add: async (event) => {
		const { db, authority } = event.locals;
		const { slug } = event.params;
		const sent = await event.request.formData();
		const form = parse(addresseesForm, sent);
		if (form.errors) return fail(400, form);
		const { circles, organisations } = await requireDraft(event);
		const circle = circles.find(({ id }) => id === sent.get('circle'))?.organisations ?? [];
		const ofKind = organisations.filter(({ kind }) => kind === sent.get('kind')).map(({ id }) => id);
		const chosen = new Set([...addresseesIn(form.data), ...circle, ...ofKind]);
		try {
			await preparations.chooseAddressees(db, authority.id, slug, [...chosen]);
		} catch (refusal) {
			return refused(refusal, form.values);
		}
		redirect(303, preparationOf(event.params, 'addressees'));
	},

	/** Forgets a saved circle; what is ticked stays. */
	forget: async (event) => {
		const sent = await event.request.formData();
		const form = parse(addresseesForm, sent);
		if (form.errors) return fail(400, form);
		await preparations.discardCircle(event.locals.db, String(sent.get('circle') ?? ''));
		return { values: form.values, errors: undefined };
	},

	keep: async (event) => {
		const { db, authority } = event.locals;
		const { slug } = event.params;
		const form = parse(circleForm, await event.request.formData());
		if (form.errors) return fail(400, form);
		const chosen = addresseesIn(form.data);
		if (chosen.length === 0) return wrong(form.values, 'municipality', missing);
		try {
			await preparations.saveCircle(db, authority.id, form.data.circle_name, chosen);
			await preparations.chooseAddressees(db, authority.id, slug, chosen);
		} catch (refusal) {
			return refused(refusal, form.values);
		}
		redirect(303, `${preparationOf(event.params, 'addressees')}?gespeichert=ja`);
	}
};
