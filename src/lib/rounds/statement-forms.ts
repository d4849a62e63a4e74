import { z } from 'zod';
import { anyDay } from '#lib/calls/day-and-time.ts';
import { formId } from '#lib/ui/form-id.ts';

const long = 'rounds_error_long';

/** A step, of just what the page showed. */
export const stepForm = z.object({ form_id: formId, seen: z.string().min(1).max(64) });

export const decisionForm = z.object({
	...stepForm.shape,
	decision: z.enum(['board', 'chair'], 'rounds_error_decision'),
	decided_on: anyDay
});

export const introForm = z.object({
	revision: z.coerce.number().int().min(1),
	intro: z.string().max(20_000, long)
});

export const placingForm = z.object({
	note: z.uuid(),
	/** Id of the point it went into. */
	point: z.union([z.uuid(), z.literal('')]),
	reason: z.string().trim().max(2000, long)
});

export const wordsForm = z.object({
	form_id: formId,
	body: z.string().trim().min(1, 'rounds_error_nothing').max(5000, long)
});
export const dissentForm = z.object({
	form_id: formId,
	body: z.string().trim().min(1, 'rounds_error_nothing').max(20_000, long)
});
