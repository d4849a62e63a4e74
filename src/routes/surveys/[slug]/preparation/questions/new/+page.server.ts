import { href } from '#lib/i18n/addresses.ts';
import { requireDraft } from '#lib/calls/require-draft.server.ts';
import { action } from '#lib/server/action.ts';
import { questionForm } from '#lib/surveys/question-form.ts';
import * as questions from '#lib/surveys/questions.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
	call: await requireDraft(event),
	kept: event.locals.kept
});

export const actions: Actions = {
	default: action({
		schema: questionForm,
		verb: ({ db, authority, params, data }) =>
			questions.save(db, authority.id, params.slug, data.form_id, data),
		missing: () => 'surveys_question_error_label',
		to: ({ params }) => `${href('/surveys/[slug]/preparation/questions', params)}?erledigt=gespeichert`
	})
};
