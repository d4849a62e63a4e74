import { action } from '#lib/server/action.ts';
import { substituteForm } from '#lib/votes/vote-forms.ts';
import { requireRunning } from '#lib/votes/require-running.server.ts';
import { pathOf } from '#lib/votes/vote-words.ts';
import * as votes from '#lib/votes/votes.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const vote = await requireRunning(event);
	return { vote, help: vote.help, seat: event.url.searchParams.get('sitz'), kept: event.locals.kept };
};

export const actions: Actions = {
	default: action({
		schema: substituteForm,
		hasPreview: true,
		verb: ({ db, params, data }) => votes.nameSubstitute(db, params.id, data),
		to: ({ params }) => pathOf(params.id, 'substitute')
	})
};
