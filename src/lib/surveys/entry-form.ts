import { z } from 'zod';
import { isoDay, today } from '#lib/i18n/berlin.ts';
import { anyDay } from '#lib/calls/day-and-time.ts';
import { channels } from '#lib/channels/source.ts';
import { formId } from '#lib/ui/form-id.ts';
import type { Values } from '#lib/ui/device-copies.ts';
import { longestAnswer, outcomes, type Outcome } from './survey.ts';

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
	answers: Record<string, string>;
	unknown: string[];
};

/** What the form says of each field; fields of which it says nothing are left out. */
export function saidIn(values: Values, fields: { key: string }[], questions: { key: string }[]): Said[] {
	return fields
		.map(({ key: field }) => {
			const names = inputsOf(field);
			const answers = questions
				.map(({ key }) => [key, String(values[names.answer(key)] ?? '')] as const)
				.filter(([, text]) => text.trim());
			return {
				field,
				outcome: outcomes.find((outcome) => outcome === values[names.outcome]) ?? null,
				answers: Object.fromEntries(answers),
				unknown: [values[names.unknown] ?? []]
					.flat()
					.filter((key) => questions.some((one) => one.key === key))
			};
		})
		.filter(({ outcome, answers, unknown }) => outcome || Object.keys(answers).length || unknown.length);
}

/**
 * Input → key of the sentence that says what is wrong; words without an outcome are not left out in silence.
 * @param nothing key of the sentence for a form that says nothing
 */
export function problemsIn(
	said: Said[],
	fields: { key: string }[],
	nothing = 'surveys_entry_error_nothing'
): Record<string, string> {
	if (!said.length) return { [inputsOf(fields[0]?.key ?? '').outcome]: nothing };
	return Object.fromEntries(
		said.flatMap(({ field, outcome, answers }) => {
			const names = inputsOf(field);
			return [
				...(outcome ? [] : [[names.outcome, 'surveys_entry_error_outcome']]),
				...Object.entries(answers)
					.filter(([, text]) => text.length > longestAnswer)
					.map(([question]) => [names.answer(question), 'surveys_error_long'])
			];
		})
	);
}
