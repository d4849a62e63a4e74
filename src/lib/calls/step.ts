import type { CallHead } from './call.ts';
import type { MeetingCheck } from './preparation.ts';

/** Before a step is taken with a call, as `call_step_options()` gives it. */
export interface StepOptions extends CallHead {
	/** How many were asked. */
	addressees: number;
	/** Who has not answered. */
	silent: {
		id: string;
		organisationName: string;
		dueAt: string;
		isOverdue: boolean;
		extension: 'asked' | 'granted' | 'refused' | null;
	}[];
	/** Reports made in answer to the call that have no answer themselves; 200 at most. */
	unanswered: { number: string; title: string; organisationName: string }[];
	/** While it is open. */
	meetings: MeetingCheck[] | null;
}

/** What stands in the way of closing, if anything does. */
export function obstacles({ silent, unanswered }: StepOptions) {
	return {
		running: silent.filter(({ isOverdue }) => !isOverdue),
		asking: silent.filter(({ extension }) => extension === 'asked'),
		unanswered
	};
}
