import type { Step } from './difference-steps.ts';

/** Steps with their count in the list as it is now; what is no longer there has none. */
export function placesAfter<Of, Change>(
	steps: Step<Of, Change>[],
	start: number
): { step: Step<Of, Change>; place: number | null }[] {
	let place = start;
	return steps.map((step) => {
		const isGone = step.kind === 'removed' || step.kind === 'left';
		return { step, place: isGone ? null : place++ };
	});
}
