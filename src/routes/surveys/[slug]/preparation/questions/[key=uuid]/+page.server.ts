import { error } from '@sveltejs/kit';
import { href } from '#lib/i18n/addresses.ts';
import { requireDraft } from '#lib/calls/require-draft.server.ts';
import { action } from '#lib/server/action.ts';
import { questionForm } from '#lib/surveys/question-form.ts';
import * as questions from '#lib/surveys/questions.server.ts';
import type { Form } from '#lib/surveys/survey.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const call = await requireDraft(event);
	const question = (call.form as Form).own.find(({ key }) => key === event.params.key);
	if (!question) error(404);
	return { call, question, kept: event.locals.kept };
};

const listOf = (params: { slug: string }) => href('/surveys/[slug]/preparation/questions', params);

export const actions: Actions = {
	save: action({
		schema: questionForm,
		verb: ({ db, authority, params, data }) =>
			questions.save(db, authority.id, params.slug, params.key, data),
		missing: () => 'surveys_question_error_label',
		to: ({ params }) => `${listOf(params)}?erledigt=gespeichert`
	}),
	drop: action({
		verb: ({ db, authority, params }) => questions.drop(db, authority.id, params.slug, params.key),
		to: ({ params }) => `${listOf(params)}?erledigt=entfernt`
	})
};
