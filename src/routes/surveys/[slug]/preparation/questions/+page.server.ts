import { z } from 'zod';
import { requireDraft } from '#lib/calls/require-draft.server.ts';
import { href } from '#lib/i18n/addresses.ts';
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
			`${href('/surveys/[slug]/preparation/questions', params)}?erledigt=verschoben#frage-${data.key}`
	})
};
