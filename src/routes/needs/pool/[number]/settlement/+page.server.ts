import { href } from '#lib/i18n/addresses.ts';
import { settlementForm } from '#lib/needs/pool/need.ts';
import * as needs from '#lib/needs/pool/needs.server.ts';
import { action } from '#lib/server/action.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => ({
	need: await needs.find(locals.db, params.number),
	kept: locals.kept
});

export const actions: Actions = {
	default: action({
		schema: settlementForm,
		verb: ({ db, params, data }) => needs.settle(db, params.number, data.body),
		to: ({ params }) => `${href('/needs/pool/[number]', params)}?erledigt=abschluss`
	})
};
