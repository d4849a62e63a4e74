import { fail, redirect } from '@sveltejs/kit';
import { href } from '#lib/i18n/addresses.ts';
import { organisationForm } from '#lib/organisations/organisation.ts';
import * as organisations from '#lib/organisations/organisations.server.ts';
import { requireAdministrator } from '#lib/organisations/require-administrator.server.ts';
import { parse, refused } from '#lib/server/forms.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	requireAdministrator(event);
	const { id, name, place, phone, email } = await organisations.find(event.locals.db, event.params.id);
	return { id, name, values: event.locals.kept ?? { name, place, phone, email } };
};

export const actions: Actions = {
	default: async (event) => {
		requireAdministrator(event);
		const form = parse(organisationForm, await event.request.formData());
		if (form.errors) return fail(400, form);
		try {
			await organisations.change(event.locals.db, event.params.id, form.data);
		} catch (error) {
			return refused(error, form.values);
		}
		redirect(
			303,
			`${href('/administration/organisations/[id=uuid]', { id: event.params.id })}?getan=gespeichert`
		);
	}
};
