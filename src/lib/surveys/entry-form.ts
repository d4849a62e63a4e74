import { z } from 'zod';
import { anyDay } from '#lib/calls/day-and-time.ts';
import { channels } from '#lib/channels/source.ts';
import { formId } from '#lib/ui/form-id.ts';

/** On which way something came in, from whom and when; what else stands in the form is kept. */
const source = z.object({
	channel: z.enum(channels, 'calls_error_channel'),
	given_by: z.string().trim().min(1, 'calls_error_given_by').max(160, 'calls_error_long'),
	received_on: anyDay,
	fields: z.array(z.string()),
	outcome: z.string()
});

/** What came in by letter or phone: nil returns and "not ours to know". */
export const entryForm = source.extend({
	fields: z.array(z.string()).min(1, 'errors_call_without_fields'),
	outcome: z.enum(['nil_return', 'not_competent'], 'calls_error_outcome')
});

/** What came in by letter or phone: a need in one field, to be entered as a report. */
export const needForm = source.extend({ form_id: formId, field: z.string().min(1) });
