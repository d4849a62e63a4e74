import { Logger, run, type JobHelpers, type Runner, type TaskList, type WorkerEvents } from 'graphile-worker';
import { EventEmitter } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { backend } from '../backend.ts';
import { canListen } from '../listening.ts';
import { log } from '../log.ts';
import { keepHold } from './hold.ts';
import { openWorkerPool } from './pool.ts';

/** What does the jobs of one name, e.g. `send_mails`. Whatever it throws, the job is tried again later, up to 25 times. */
export type Tasks = Record<string, (payload: never, helpers: JobHelpers) => Promise<void>>;

/**
 * Works off the jobs that SQL queued in the same transaction as the change, and those of the clock.
 * Goes on by itself when the database was away.
 * @param crontab lines like `0 5 * * * remind` in UTC
 * @returns ends the work; a job that is running is waited for
 */
export async function startJobs(tasks: Tasks, crontab: string): Promise<() => Promise<void>> {
	let stopped = false;
	let runner = await start(tasks, crontab);
	void keepRunning();

	async function keepRunning() {
		while (!stopped) {
			await runner.promise.catch((error) => log.error('jobs stopped', error));
			while (!stopped && !(await restarted())) await pause(3000, undefined, { ref: false });
		}
	}

	async function restarted(): Promise<boolean> {
		try {
			runner = await start(tasks, crontab);
			if (stopped) await runner.stop();
			return true;
		} catch (error) {
			log.error('jobs cannot start', error);
			return false;
		}
	}

	return async () => {
		stopped = true;
		await runner.stop().catch(() => {}); // it may have ended by itself
	};
}

async function start(tasks: Tasks, crontab: string): Promise<Runner> {
	const url = backend().directUrl;
	const hears = await canListen(url);
	if (!hears) log.warn('jobs are not announced', { advice });
	const pool = openWorkerPool(url);
	const events: WorkerEvents = new EventEmitter();
	const letGo = keepHold(pool, events);
	const close = () => letGo().then(() => pool.end().catch(() => {}));
	try {
		const runner = await run({
			pgPool: pool,
			taskList: tasks as unknown as TaskList,
			crontab,
			concurrency: 2,
			pollInterval: hears ? 5000 : 1000,
			noPreparedStatements: !hears,
			noHandleSignals: true,
			logger: quiet,
			events
		});
		found = hears ? 'when queued' : 'by asking';
		void runner.promise.then(close, close);
		return runner;
	} catch (error) {
		await close();
		throw error;
	}
}

const advice =
	'Die Verbindung für Aufträge führt über einen Verteiler (Pooler), durch den keine Benachrichtigung kommt: Aufträge werden jede Sekunde gesucht statt sofort erledigt; bitte nennen Sie mit DIRECT_URL eine direkte Verbindung zur Datenbank.';

let found: 'when queued' | 'by asking' | undefined;

/** How this process learns of its jobs, for `/health`; nothing where it does none. */
export const jobsAreFound = () => found;

type Meta = { job?: { id: string; task_identifier: string; attempts: number } };

/** The worker's own lines may hold a job's error with a row in it; the database keeps that with the job. */
const quiet = new Logger(() => (level, _message, meta) => {
	const { job } = (meta ?? {}) as Meta;
	if (level !== 'error') return;
	if (job) log.warn('job failed', { job: job.id, task: job.task_identifier, attempt: job.attempts });
	else log.warn('jobs are waiting for the database');
});
