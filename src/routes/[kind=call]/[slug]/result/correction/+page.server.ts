import { error } from '@sveltejs/kit';
import { pageOf } from '#lib/calls/kind.ts';
import { correctionForm } from '#lib/calls/result.ts';
import * as results from '#lib/calls/results.server.ts';
import { action } from '#lib/server/action.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const result = await results.find(locals.db, locals.authority.id, params.slug);
	if (!result?.canCorrect) error(404);
	return { result, kept: locals.kept };
};

export const actions: Actions = {
	default: action({
		schema: correctionForm,
		verb: ({ db, authority, params, data }) => results.correct(db, authority.id, params.slug, data),
		missing: (field) => (field === 'note' ? 'calls_error_note' : 'calls_error_summary'),
		to: ({ params }) => `${pageOf(params, '/result')}?erledigt=berichtigt`
	})
};
