import { href } from '#lib/i18n/addresses.ts';
import { renamingForm } from '#lib/needs/pool/need-change.ts';
import * as needs from '#lib/needs/pool/needs.server.ts';
import { action } from '#lib/server/action.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => ({
	need: await needs.find(locals.db, params.number),
	kept: locals.kept
});

export const actions: Actions = {
	default: action({
		schema: renamingForm,
		hasPreview: true,
		verb: ({ db, params, data }) => needs.rename(db, params.number, data),
		to: ({ params }) => `${href('/needs/pool/[number]', params)}?erledigt=umbenannt`
	})
};
