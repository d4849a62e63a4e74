import { momentOf } from '#lib/i18n/berlin.ts';
import * as calls from '#lib/calls/calls.server.ts';
import { dayIn, prolongationForm } from '#lib/calls/window-form.ts';
import { pageOf } from '#lib/calls/kind.ts';
import { action } from '#lib/server/action.ts';
import type { Actions, PageServerLoad } from './$types';

/** `?bis=2027-01-15` asks for the session check until that day. */
export const load: PageServerLoad = async ({ locals, params, url }) => {
	const { db, authority, kept } = locals;
	const until = dayIn(url.searchParams.get('bis'));
	const end = until ? momentOf(until) : undefined;
	return { call: await calls.options(db, authority.id, params.slug, end), kept, until };
};

export const actions: Actions = {
	default: action({
		schema: prolongationForm,
		verb: ({ db, authority, params, data: { closes_on, closes_time, body } }) =>
			calls.prolong(db, authority.id, params.slug, momentOf(closes_on, closes_time), body),
		missing: () => 'calls_error_reason',
		to: ({ params }) => `${pageOf(params, '/response')}?erledigt=verlaengert`
	})
};
