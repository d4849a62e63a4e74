import type { WorkerEvents } from 'graphile-worker';
import type { Pool } from 'pg';
import { backend } from '../backend.ts';
import { log } from '../log.ts';

const renewed = 15_000;

/*
 * graphile-worker locks a job for four hours, so that those of a killed process would wait as long. Whoever is alive says
 * so every 15 seconds on the locks of its own; a lock that nobody has renewed for 90 seconds belongs to the dead.
 */
const renewal = `with jobs as (
		update graphile_worker._private_jobs set locked_at = now() where locked_by = $1)
	update graphile_worker._private_job_queues set locked_at = now() where locked_by = $1`;
const abandoned = `locked_at < now() - interval '90 seconds'`;
const release = (which: string) => `select graphile_worker.force_unlock_workers(array_agg(locked_by)) from (
		select locked_by from graphile_worker._private_jobs where ${which}
		union select locked_by from graphile_worker._private_job_queues where ${which}) l having count(*) > 0`;

/**
 * Keeps the locks of a worker's jobs fresh and frees those of workers that died. Where nobody else can be at work, what is
 * locked at the start is free at once.
 * @returns ends it, after what is under way
 */
export function keepHold(pool: Pool, events: WorkerEvents): () => Promise<void> {
	let worker = '';
	let work: Promise<unknown> = Promise.resolve();
	const isAlone = backend().settings.storage.mode === 'embedded';

	const hold = (which: string) =>
		(work = pool
			.query(renewal, [worker])
			.then(() => pool.query(release(which)))
			.catch(() => log.warn('jobs cannot be held')));

	events.once('pool:create', ({ workerPool }) => {
		worker = workerPool.id;
		void hold(isAlone ? `locked_by <> '${worker}'` : abandoned);
	});
	const timer = setInterval(() => worker && hold(abandoned), renewed);
	timer.unref();
	return () => {
		clearInterval(timer);
		return work.then(() => {});
	};
}
