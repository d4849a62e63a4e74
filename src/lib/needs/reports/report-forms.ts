import { z } from 'zod';
import { source } from '#lib/channels/source-form.ts';
import { formId } from '#lib/ui/form-id.ts';

/** The head gives a draft back. */
export const givingBack = z.object({
	reason: z.string().trim().min(1, 'report_error_reason').max(2000, 'report_error_2000')
});

/** What the reporter writes below a submitted report: a reply, an addition. */
export const message = z.object({
	form_id: formId,
	body: z.string().trim().min(1, 'report_error_body').max(5000, 'report_error_5000')
});

/** Without an id it is written each time it is sent. */
export type Message = { body: string; form_id?: string };

/** The same, as a planner enters what came by letter or phone. */
export const enteredMessage = message.extend(source.shape);

/** The reporter's word on "Is the gap closed?". */
export const gapAnswer = z.object({
	verdict: z.enum(['yes', 'partly', 'no'], 'report_error_verdict'),
	sentence: z.string().trim().max(1000, 'report_error_1000')
});

export const enteredGapAnswer = gapAnswer.extend(source.shape);
