import { z } from 'zod';
import { requireDraft } from '#lib/calls/require-draft.server.ts';
import { preparationOf } from '#lib/calls/preparation.ts';
import { action } from '#lib/server/action.ts';
import * as questions from '#lib/surveys/questions.server.ts';
import type { Form } from '#lib/surveys/survey.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const call = await requireDraft(event);
	return { call, own: (call.form as Form).own, done: event.url.searchParams.get('erledigt') };
};

export const actions: Actions = {
	place: action({
		schema: z.object({ key: z.uuid(), place: z.coerce.number().int() }),
		verb: ({ db, authority, params, data }) =>
			questions.place(db, authority.id, params.slug, data.key, data.place),
		to: ({ params, data }) =>
			`${preparationOf({ kind: 'surveys', ...params }, 'questions')}?erledigt=verschoben#frage-${data.key}`
	})
};
