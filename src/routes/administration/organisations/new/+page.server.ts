import { href } from '#lib/i18n/addresses.ts';
import { newOrganisationForm } from '#lib/organisations/organisation.ts';
import * as organisations from '#lib/organisations/organisations.server.ts';
import { requireAdministrator } from '#lib/organisations/require-administrator.server.ts';
import { action } from '#lib/server/action.ts';
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
	default: action({
		schema: newOrganisationForm,
		verb: ({ data, ...event }) => organisations.add(event.db, requireAdministrator(event), data),
		to: ({ done: id }) => `${href('/administration/organisations/[id=uuid]', { id })}?getan=angelegt`
	})
};
