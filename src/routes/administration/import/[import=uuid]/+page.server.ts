import { redirect } from '@sveltejs/kit';
import { href } from '#lib/i18n/addresses.ts';
import { sentence } from '#lib/i18n/sentence.ts';
import { columnsPageOf } from '#lib/imports/import.ts';
import * as imports from '#lib/imports/imports.server.ts';
import { memberLabels } from '#lib/imports/labels.server.ts';
import { requireAdministrator } from '#lib/organisations/require-administrator.server.ts';
import { action } from '#lib/server/action.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	requireAdministrator(event);
	const of = await imports.find(event.locals.db, event.params.import);
	if (!of.isMapped && of.isMine) redirect(303, columnsPageOf(of));
	return { of, labels: memberLabels(), failure: of.failure ? sentence(of.failure) : undefined };
};

export const actions: Actions = {
	take: action({
		verb: ({ db, params }) => imports.request(db, params.import),
		to: ({ params }) => href('/administration/import/[import=uuid]', params)
	}),
	cancel: action({
		verb: ({ db, params }) => imports.cancel(db, params.import),
		to: ({ params }) => href('/administration/import/[import=uuid]', params)
	}),
	discard: async ({ locals, params }) => {
		await imports.discard(locals.db, params.import);
		redirect(303, href('/administration/import'));
	}
};
