import { error, redirect } from '@sveltejs/kit';
import { action } from '#lib/server/action.ts';
import { reasonForm } from '#lib/votes/vote-forms.ts';
import { pathOf } from '#lib/votes/vote-words.ts';
import * as votes from '#lib/votes/votes.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const vote = await votes.find(locals.db, params.id);
	if (!vote.canPreside) error(404, { message: 'errors_not_found' });
	if (vote.state !== 'open' || vote.isOver) redirect(303, pathOf(vote.id));
	return { vote, help: vote.help, kept: locals.kept };
};

export const actions: Actions = {
	default: action({
		schema: reasonForm,
		verb: ({ db, params, data }) => votes.cancel(db, params.id, data),
		to: ({ params }) => pathOf(params.id, 'cancelled')
	})
};
