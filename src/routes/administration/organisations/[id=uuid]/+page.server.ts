import { href } from '#lib/i18n/addresses.ts';
import * as invitations from '#lib/organisations/invitations.server.ts';
import * as organisations from '#lib/organisations/organisations.server.ts';
import { requireAdministrator } from '#lib/organisations/require-administrator.server.ts';
import { action } from '#lib/server/action.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	requireAdministrator(event);
	return { organisation: await organisations.find(event.locals.db, event.params.id) };
};

export const actions: Actions = {
	revoke: action({
		verb: ({ db, sent }) => invitations.revoke(db, String(sent.get('invitation'))),
		to: ({ params }) => `${href('/administration/organisations/[id=uuid]', params)}?getan=zurueckgenommen`
	})
};
