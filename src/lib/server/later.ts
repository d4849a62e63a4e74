import { setTimeout as pause } from 'node:timers/promises';
import { log } from './log.ts';

const pending = new Set<Promise<void>>();

/**
 * Does something once the answer is on its way, at a moment that tells nothing about it. A failure is written down.
 * A stop in good order waits for it; only for what people can ask for again, since a crash in this half second loses it.
 */
export function later(work: () => Promise<unknown>) {
	const milliseconds = 50 + Math.random() * 450;
	const done = pause(milliseconds)
		.then(work)
		.catch((error) => log.error('later', error))
		.then(() => void pending.delete(done));
	pending.add(done);
}

/** Waits until everything put off is done. */
export async function finishLater() {
	while (pending.size) await Promise.all(pending);
}
