import { z } from 'zod';
import { instant } from '#lib/i18n/times.ts';
import { callHead } from './call.ts';
import { meetingCheck } from './preparation.ts';

/** Before a step is taken with a call, as `call_step_options()` gives it. */
export const stepOptions = z.strictObject({
	...callHead.shape,
	/** How many were asked. */
	addressees: z.int(),
	/** Who has not answered. */
	silent: z.array(
		z.strictObject({
			id: z.string(),
			organisationName: z.string(),
			dueAt: instant,
			isOverdue: z.boolean(),
			extension: z.enum(['asked', 'granted', 'refused']).nullable()
		})
	),
	/** Reports made in answer to the call that have no answer themselves; 200 at most. */
	unanswered: z.array(
		z.strictObject({
			number: z.string(),
			title: z.string(),
			organisationName: z.string()
		})
	),
	/** While it is open. */
	meetings: z.array(meetingCheck).nullable()
});
export type StepOptions = z.infer<typeof stepOptions>;

/** What stands in the way of closing, if anything does. */
export function obstacles({ silent, unanswered }: StepOptions) {
	return {
		running: silent.filter(({ isOverdue }) => !isOverdue),
		asking: silent.filter(({ extension }) => extension === 'asked'),
		unanswered
	};
}
