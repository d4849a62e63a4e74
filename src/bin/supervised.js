// Brings a dead program back. Plain JavaScript without packages.
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { ending, say, whenAbandoned } from './commands.js';

/**
 * Runs a program until it ends by itself with 0 or is told to stop. Once it was ready (it says 'ready' over its channel),
 * any other end is a fall: it is started again, after a pause that doubles each time. Five falls in a row, none of them
 * after a minute of work, are the end. A first start that fails has said why.
 * @param {() => import('node:child_process').ChildProcess} start with a channel ('ipc')
 * @param {{ shortest?: number, longest?: number, steady?: number, most?: number }} times in milliseconds; most falls in a row
 * @returns {Promise<number>} the status to end with
 */
export async function supervised(
	start,
	{ shortest = 500, longest = 30_000, steady = 60_000, most = 5 } = {}
) {
	let wasReady = false;
	for (let falls = 1; ; falls++) {
		const child = start();
		let isTold = false;
		/** @type {number | undefined} */
		let readyAt;
		child.on('message', (word) => {
			if (word === 'ready') readyAt = Date.now();
		});
		const status = await ending(child, () => (isTold = true));
		wasReady ||= readyAt !== undefined;
		if (isTold || status === 0 || !wasReady) return status;
		if (readyAt !== undefined && Date.now() - readyAt >= steady) falls = 1;
		const how = child.signalCode ?? `Status ${status}`;
		if (falls >= most) {
			console.error(
				`Die Seiten sind ${most}-mal hintereinander abgestürzt (zuletzt: ${how}) und werden nicht noch einmal gestartet: Bitte sehen Sie in den Meldungen darüber nach, woran es liegt, und starten Sie dann neu.`
			);
			return status;
		}
		say(`Die Seiten sind abgestürzt (${how}) und werden neu gestartet …`);
		if (await isToldWithin(Math.min(longest, shortest * 2 ** (falls - 1)))) return 0;
	}
}

/** Waits, and hears a signal meanwhile. @param {number} milliseconds */
async function isToldWithin(milliseconds) {
	const end = new AbortController();
	const { signal } = end;
	const told = ['SIGINT', 'SIGTERM', 'SIGHUP'].map((name) =>
		once(process, name, { signal }).then(
			() => true,
			() => false
		)
	);
	const watch = whenAbandoned(() => process.emit('SIGTERM', 'SIGTERM'));
	const isTold = await Promise.race([pause(milliseconds, false, { signal }), ...told]);
	clearInterval(watch);
	end.abort();
	return isTold;
}
