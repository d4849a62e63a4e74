import { z } from 'zod';
import { formId } from '#lib/ui/form-id.ts';
import { questionKinds } from './own-question.ts';

/** One question of a survey, as planners ask it. Options stand each on a line of its own. */
export const questionForm = z
	.object({
		form_id: formId,
		/** The one the page was made from; none of a new question. */
		revision: z.string(),
		kind: z.enum(questionKinds, 'surveys_question_error_kind'),
		label: z
			.string()
			.trim()
			.min(3, 'surveys_question_error_label')
			.max(300, 'surveys_question_error_label_long'),
		hint: z.string().trim().max(500, 'surveys_question_error_hint'),
		options: z.string(),
		is_required: z.string(),
		is_published: z.string()
	})
	.refine(({ kind, options }) => !isChosen(kind) || linesOf(options).length >= 2, {
		path: ['options'],
		error: 'errors_survey_question_options'
	})
	.refine(({ kind, options }) => !isChosen(kind) || linesOf(options).length <= 20, {
		path: ['options'],
		error: 'surveys_question_error_options_most'
	})
	.refine(({ options }) => linesOf(options).every((line) => line.length <= 200), {
		path: ['options'],
		error: 'surveys_question_error_options_long'
	});

const isChosen = (kind: string) => ['one', 'several'].includes(kind);

/** The options that were typed, each once. */
export const linesOf = (text: string) => [
	...new Set(
		text
			.split('\n')
			.map((line) => line.trim())
			.filter(Boolean)
	)
];
