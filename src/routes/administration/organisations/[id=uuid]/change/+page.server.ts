import { href } from '#lib/i18n/addresses.ts';
import { organisationForm } from '#lib/organisations/organisation.ts';
import * as organisations from '#lib/organisations/organisations.server.ts';
import { requireAdministrator } from '#lib/organisations/require-administrator.server.ts';
import { action } from '#lib/server/action.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	requireAdministrator(event);
	const organisation = await organisations.find(event.locals.db, event.params.id);
	const { id, name, place, postalAddress, phone, email } = organisation;
	return { id, name, values: event.locals.kept ?? { name, place, postalAddress, phone, email } };
};

export const actions: Actions = {
	default: action({
		schema: organisationForm,
		verb: ({ db, params, data }) => organisations.change(db, params.id, data),
		to: ({ params }) => `${href('/administration/organisations/[id=uuid]', params)}?getan=gespeichert`
	})
};
