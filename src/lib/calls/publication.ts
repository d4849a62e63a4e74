import { z } from 'zod';
import { callResult } from './result.ts';
import { stepOptions } from './step.ts';

/** Before a call is published, as `call_publication()` gives it: what stands in the way, and how each audience would read it. */
export const publication = z.strictObject({
	options: stepOptions,
	previews: z.strictObject({ public: callResult, asked: callResult })
});
export type Publication = z.infer<typeof publication>;

export const publicationForm = z.object({
	audience: z.enum(['public', 'asked'], 'calls_error_audience'),
	body: z.string().trim().min(1, 'calls_error_summary').max(10_000, 'calls_error_long')
});
