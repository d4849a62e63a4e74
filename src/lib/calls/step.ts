import { z } from 'zod';
import { instant } from '#lib/i18n/times.ts';
import { term } from '#lib/vocabulary/vocabulary.ts';
import { callHead } from './call.ts';
import { kindOf } from './kind.ts';
import { obstacle } from './kind-document.ts';
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
	/** What is asked, and how many have answered it. */
	fields: z.array(z.strictObject({ ...term.shape, answered: z.int() })),
	/** What its kind knows to stand in the way, 200 things at most. */
	obstacles: z.array(obstacle),
	/** While it is open. */
	meetings: z.array(meetingCheck).nullable()
});
export type StepOptions = z.infer<typeof stepOptions>;

/** The receipt of a closed call, as `call_closing()` gives it. */
export const closing = z.strictObject({
	call: callHead,
	at: instant,
	personName: z.string().nullable(),
	postTitle: z.string().nullable(),
	asked: z.int(),
	answered: z.int(),
	/** Of those, how many returned nothing but nil. */
	nil: z.int(),
	/** Names of those that have not answered. */
	silent: z.array(z.string())
});
export type Closing = z.infer<typeof closing>;

/** What stands in the way of closing, if anything does. */
export function obstaclesOf({ kind, slug, silent, obstacles }: StepOptions) {
	return {
		running: silent.filter(({ isOverdue }) => !isOverdue),
		asking: silent.filter(({ extension }) => extension === 'asked'),
		ofKind: kindOf({ kind }).obstacle(obstacles as never[], slug)
	};
}
