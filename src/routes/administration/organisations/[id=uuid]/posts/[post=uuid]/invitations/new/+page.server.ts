import { href } from '#lib/i18n/addresses.ts';
import { invitationForm } from '#lib/organisations/invitation.ts';
import * as invitations from '#lib/organisations/invitations.server.ts';
import { findPost } from '#lib/organisations/administration.ts';
import * as organisations from '#lib/organisations/organisations.server.ts';
import { requireAdministrator } from '#lib/organisations/require-administrator.server.ts';
import { today } from '#lib/i18n/berlin.ts';
import { action } from '#lib/server/action.ts';
import type { Values } from '#lib/server/forms.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	requireAdministrator(event);
	const organisation = await organisations.find(event.locals.db, event.params.id);
	const begin: Values = { capacity: 'holder', startsOn: today() };
	return {
		organisation,
		post: findPost(organisation, event.params.post),
		values: event.locals.kept ?? begin
	};
};

export const actions: Actions = {
	default: action({
		schema: invitationForm,
		verb: ({ db, params, data }) => invitations.invite(db, params.post, data),
		to: ({ params: { id } }) => `${href('/administration/organisations/[id=uuid]', { id })}?getan=eingeladen`
	})
};
