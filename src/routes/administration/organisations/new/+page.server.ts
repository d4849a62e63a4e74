import { fail, redirect } from '@sveltejs/kit';
import { href } from '#lib/i18n/addresses.ts';
import { newOrganisationForm } from '#lib/organisations/organisation.ts';
import * as organisations from '#lib/organisations/organisations.server.ts';
import { requireAdministrator } from '#lib/organisations/require-administrator.server.ts';
import { parse, refused } from '#lib/server/forms.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const authorityId = requireAdministrator(event);
	const { organisations: all } = await organisations.administration(event.locals.db, authorityId);
	return {
		umbrellas: all.filter(({ kind }) => kind === 'welfare_umbrella'),
		values: event.locals.kept ?? {}
	};
};

export const actions: Actions = {
	default: async (event) => {
		const authorityId = requireAdministrator(event);
		const form = parse(newOrganisationForm, await event.request.formData());
		if (form.errors) return fail(400, form);
		let id: string;
		try {
			id = await organisations.add(event.locals.db, authorityId, form.data);
		} catch (error) {
			return refused(error, form.values);
		}
		redirect(303, `${href('/administration/organisations/[id=uuid]', { id })}?getan=angelegt`);
	}
};
