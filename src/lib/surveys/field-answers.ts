import { z } from 'zod';
import { callHead } from '#lib/calls/call.ts';
import { standing } from '#lib/calls/standing.ts';
import { term } from '#lib/vocabulary/vocabulary.ts';
import { callKindDocument } from './call-kind-document.ts';
import { outcome } from './survey-document.ts';

/** One field of a survey: what a page of addressees returned for it, as `survey_field()` gives it. */
export const fieldAnswers = z.strictObject({
	call: callHead,
	fields: z.array(term),
	form: callKindDocument.form,
	/** How many addressees were asked, and how many said what. */
	asked: z.int(),
	outcomes: z.partialRecord(outcome, z.int()),
	/** Of each own question, on their page. */
	tallies: z.array(
		z.strictObject({
			key: z.string(),
			answered: z.int(),
			counts: z.record(z.string(), z.int()),
			total: z.number().nullable()
		})
	),
	hasMore: z.boolean(),
	addressees: z.array(
		z.strictObject({
			id: z.string(),
			organisationName: z.string(),
			standing,
			answer: callKindDocument.answer.nullable()
		})
	)
});
export type FieldAnswers = z.infer<typeof fieldAnswers>;
