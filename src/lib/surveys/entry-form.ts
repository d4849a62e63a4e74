import { z } from 'zod';
import { isoDay, today } from '#lib/i18n/berlin.ts';
import { anyDay } from '#lib/calls/day-and-time.ts';
import { channels } from '#lib/channels/source.ts';
import { formId } from '#lib/ui/form-id.ts';
import type { Values } from '#lib/ui/device-copies.ts';
import { inputOf, ownAnswersIn, ownProblemsIn } from './own-question.ts';
import {
	hasWords,
	isOwn,
	longestAnswer,
	outcomes,
	ownQuestions,
	type Answers,
	type Form,
	type Outcome,
	type OwnQuestion
} from './survey.ts';

/** On which way something came in, from whom and when. Before the call is SQL's to know. */
export const sourceForm = z.object({
	form_id: formId,
	channel: z.enum(channels, 'calls_error_channel'),
	given_by: z.string().trim().min(1, 'calls_error_given_by').max(160, 'calls_error_long'),
	received_on: anyDay.refine((day) => !isoDay(day) || day <= today(), 'errors_received_in_the_future')
});

/** A need that was told: to be entered as a report. */
export const needForm = sourceForm.extend({ field: z.string().min(1) });

/** Names the inputs of a field: a radio group, boxes, and a text for each question. */
export const inputsOf = (field: string) => ({
	outcome: `${field}-outcome`,
	unknown: `${field}-unknown`,
	answer: (question: string) => `${field}-answer-${question}`
});

export type Said = {
	field: string;
	outcome: Outcome | null;
	answers: Answers;
	unknown: string[];
};

/** What the form says of each thing asked; things of which it says nothing are left out. */
export function saidIn(values: Values, fields: { key: string }[], form: Form): Said[] {
	return fields
		.map((field) => (isOwn(field) ? saidOfOwn(values, form) : saidOf(field.key, values, form)))
		.filter((said) => said.outcome || hasWords(said));
}

function saidOf(field: string, values: Values, { questions }: Form): Said {
	const names = inputsOf(field);
	const answers = questions
		.map(({ key }) => [key, String(values[names.answer(key)] ?? '')] as const)
		.filter(([, text]) => text.trim());
	return {
		field,
		outcome: outcomes.find((outcome) => outcome === values[names.outcome]) ?? null,
		answers: Object.fromEntries(answers),
		unknown: [values[names.unknown] ?? []].flat().filter((key) => questions.some((one) => one.key === key))
	};
}

function saidOfOwn(values: Values, { own }: Form): Said {
	const answers = ownAnswersIn(values, own);
	const outcome = Object.keys(answers).length ? 'answered' : null;
	return { field: ownQuestions, outcome, answers, unknown: [] };
}

/**
 * Input → key of the sentence that says what is wrong; words without an outcome are not left out in silence.
 * @param nothing key of the sentence for a form that says nothing
 * @param isComplete of its own questions what is required must be there, if anything is
 */
export function problemsIn(
	said: Said[],
	fields: { key: string }[],
	{ own }: Form,
	{ nothing = 'surveys_entry_error_nothing', isComplete = false } = {}
): Record<string, string> {
	if (!said.length) return { [firstInput(fields, own)]: nothing };
	return Object.assign(
		{},
		...said.map((one) =>
			one.outcome === 'answered' ? ownProblemsIn(own, one.answers, isComplete) : problemsOf(one)
		)
	);
}

function problemsOf({ field, outcome, answers }: Said): Record<string, string> {
	const names = inputsOf(field);
	const long = Object.entries(answers).filter(([, text]) => text.length > longestAnswer);
	return {
		...(outcome ? {} : { [names.outcome]: 'surveys_entry_error_outcome' }),
		...Object.fromEntries(long.map(([question]) => [names.answer(question), 'surveys_error_long']))
	};
}

function firstInput([first]: { key: string }[], [question]: OwnQuestion[]): string {
	if (first && !isOwn(first)) return inputsOf(first.key).outcome;
	return question ? inputOf(question) : '';
}
