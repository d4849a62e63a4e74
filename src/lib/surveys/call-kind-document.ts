import { z } from 'zod';
import { outcome } from './survey-document.ts';

/** What a survey adds to the documents of all calls, as `supabase/schemas/surveys/kind.sql` says it. */
export const callKindDocument = {
	said: z.array(
		z.strictObject({
			field: z.string(),
			outcome,
			isCorrection: z.boolean()
		})
	),
	/** A report made in answer that has no answer itself. */
	obstacle: z.strictObject({
		number: z.string(),
		title: z.string(),
		organisationName: z.string()
	}),
	own: z.strictObject({
		reported: z.array(
			z.strictObject({
				number: z.string(),
				title: z.string(),
				field: z.string(),
				channel: z.string(),
				isTranscription: z.boolean(),
				isAnswered: z.boolean()
			})
		),
		/** Needs that came otherwise than online and are being entered. */
		transcriptions: z.array(
			z.strictObject({
				id: z.string(),
				title: z.string().nullable(),
				field: z.string()
			})
		)
	})
};
