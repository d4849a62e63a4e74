import { href } from '#lib/i18n/addresses.ts';
import * as invitations from '#lib/organisations/invitations.server.ts';
import * as organisations from '#lib/organisations/organisations.server.ts';
import { requireAdministrator } from '#lib/organisations/require-administrator.server.ts';
import { action } from '#lib/server/action.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const authorityId = requireAdministrator(event);
	return { administration: await organisations.administration(event.locals.db, authorityId) };
};

export const actions: Actions = {
	revoke: action({
		verb: ({ db, sent }) => invitations.revoke(db, String(sent.get('invitation'))),
		to: () => `${href('/administration')}?getan=zurueckgenommen`
	})
};
