import { log } from './log.ts';

/**
 * Does something once the answer is on its way, at a moment that tells nothing about it. A failure is written down.
 * Only for what people can ask for again: it is lost when the program ends in this half second.
 */
export function later(work: () => Promise<unknown>) {
	const milliseconds = 50 + Math.random() * 450;
	setTimeout(() => void work().catch((error) => log.error('later', error)), milliseconds);
}
