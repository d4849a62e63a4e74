import { href } from '#lib/i18n/addresses.ts';
import { splitForm } from '#lib/needs/pool/need-change.ts';
import * as needs from '#lib/needs/pool/needs.server.ts';
import { action } from '#lib/server/action.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => ({
	need: await needs.find(locals.db, params.number),
	kept: locals.kept
});

export const actions: Actions = {
	default: action({
		schema: splitForm,
		hasPreview: true,
		verb: ({ db, params, data }) => needs.split(db, params.number, data),
		missing: () => 'needs_pool_error_reports',
		to: ({ done }) => `${href('/needs/pool/[number]', { number: done })}?erledigt=geteilt`
	})
};
