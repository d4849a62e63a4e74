import { fail } from '@sveltejs/kit';
import { addresseesForm, addresseesIn, circleForm, preparationOf } from '#lib/calls/preparation.ts';
import * as preparations from '#lib/calls/preparations.server.ts';
import { requireDraft } from '#lib/calls/require-draft.server.ts';
import { action } from '#lib/server/action.ts';
import { parse } from '#lib/server/forms.ts';
import type { Actions, PageServerLoad } from './$types';

const isSomebody = (data: Parameters<typeof addresseesIn>[0]) => addresseesIn(data).length > 0;
const nobody = { path: ['municipality'], error: 'errors_call_without_addressees' };

export const load: PageServerLoad = async (event) => ({
	call: await requireDraft(event),
	kept: event.locals.kept
});

export const actions: Actions = {
	save: action({
		schema: addresseesForm.refine(isSomebody, nobody),
		verb: ({ db, authority, params, data }) =>
			preparations.chooseAddressees(db, authority.id, params.slug, addresseesIn(data)),
		to: ({ params }) => preparationOf(params)
	}),

	/** Adds a saved circle, or all of a kind, to what is ticked. */
	add: action({
		schema: addresseesForm,
		verb: async ({ db, authority, params: { slug }, sent, data }) => {
			const { circles, organisations } = await preparations.find(db, authority.id, slug);
			const circle = circles.find(({ id }) => id === sent.get('circle'))?.organisations ?? [];
			const ofKind = organisations.filter(({ kind }) => kind === sent.get('kind')).map(({ id }) => id);
			const chosen = new Set([...addresseesIn(data), ...circle, ...ofKind]);
			await preparations.chooseAddressees(db, authority.id, slug, [...chosen]);
		},
		to: ({ params }) => preparationOf(params, 'addressees')
	}),

	/** Forgets a saved circle; what is ticked stays. */
	forget: async ({ locals, request }) => {
		const sent = await request.formData();
		const form = parse(addresseesForm, sent);
		if (form.errors) return fail(400, form);
		await preparations.discardCircle(locals.db, String(sent.get('circle') ?? ''));
		return { values: form.values, errors: undefined };
	},

	keep: action({
		schema: circleForm.refine(isSomebody, nobody),
		verb: async ({ db, authority, params, data }) => {
			const chosen = addresseesIn(data);
			await preparations.saveCircle(db, authority.id, data.circle_name, chosen);
			await preparations.chooseAddressees(db, authority.id, params.slug, chosen);
		},
		to: ({ params }) => `${preparationOf(params, 'addressees')}?gespeichert=ja`
	})
};
