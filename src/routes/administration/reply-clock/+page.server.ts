import { href } from '#lib/i18n/addresses.ts';
import { replyClockForm } from '#lib/organisations/administration.ts';
import * as organisations from '#lib/organisations/organisations.server.ts';
import { requireAdministrator } from '#lib/organisations/require-administrator.server.ts';
import { action } from '#lib/server/action.ts';
import type { Values } from '#lib/server/forms.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const authorityId = requireAdministrator(event);
	const { replyClock } = await organisations.administration(event.locals.db, authorityId);
	const stored: Values = {
		interimDays: String(replyClock.interimDays),
		finalDays: String(replyClock.finalDays)
	};
	return { values: event.locals.kept ?? stored };
};

export const actions: Actions = {
	default: action({
		schema: replyClockForm,
		verb: ({ data, ...event }) => organisations.setReplyClock(event.db, requireAdministrator(event), data),
		to: () => `${href('/administration')}?getan=gespeichert`
	})
};
