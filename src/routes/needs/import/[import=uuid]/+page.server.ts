import { redirect } from '@sveltejs/kit';
import { href } from '#lib/i18n/addresses.ts';
import { sentence } from '#lib/i18n/sentence.ts';
import { columnsPageOf } from '#lib/imports/import.ts';
import * as imports from '#lib/imports/imports.server.ts';
import { labelsOf } from '#lib/imports/labels.server.ts';
import * as words from '#lib/vocabulary/vocabulary.server.ts';
import * as municipalities from '#lib/organisations/municipalities.server.ts';
import { action } from '#lib/server/action.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { db, authority } = event.locals;
	const [of, vocabulary, places] = await Promise.all([
		imports.find(db, event.params.import),
		words.find(db),
		municipalities.list(db, authority.id)
	]);
	if (!of.isMapped && of.isMine) redirect(303, columnsPageOf(of));
	return { of, labels: labelsOf(vocabulary, places), failure: of.failure ? sentence(of.failure) : undefined };
};

export const actions: Actions = {
	take: action({
		verb: ({ db, params }) => imports.request(db, params.import),
		to: ({ params }) => href('/needs/import/[import=uuid]', params)
	}),
	cancel: action({
		verb: ({ db, params }) => imports.cancel(db, params.import),
		to: ({ params }) => href('/needs/import/[import=uuid]', params)
	}),
	takeBack: action({
		verb: ({ db, params }) => imports.takeBack(db, params.import),
		to: ({ params }) => href('/needs/import/[import=uuid]', params)
	}),
	discard: async ({ locals, params }) => {
		await imports.discard(locals.db, params.import);
		redirect(303, href('/needs/import'));
	}
};
