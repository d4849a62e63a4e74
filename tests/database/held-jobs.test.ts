import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { backend } from '#lib/server/backend.ts';
import { startJobs, type Tasks } from '#lib/server/jobs/jobs.ts';
import { sql } from './harness.ts';

/* A job belongs to the process that does it for as long as that process says so. */

let done: string[] = [];
const tasks: Tasks = { note: async ({ name }: { name: string }) => void done.push(name) };
const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
	vi.useRealTimers();
	for (const stop of stops.splice(0)) await stop();
	done = [];
	await sql('delete from graphile_worker._private_jobs');
});

const start = async (given: Tasks) => void stops.push(await startJobs(given, ''));

/** A job that somebody else took and last spoke of so long ago. */
async function held(name: string, ago: string) {
	const [job] = await sql(
		`select id from graphile_worker.add_job('note', json_build_object('name', $1::text))`,
		[name]
	);
	await sql(
		`update graphile_worker._private_jobs set locked_by = 'pool-' || $2, locked_at = now() - $3::interval where id = $1`,
		[job.id, name, ago]
	);
}

test('a dead process’s job is done by another, a living one’s is not', async () => {
	await held('dead', '100 seconds');
	await held('alive', '60 seconds');
	await start(tasks);
	await vi.waitFor(() => expect(done).toContain('dead'), 20_000);
	await sql(`select graphile_worker.add_job('note', '{"name": "later"}')`);
	await vi.waitFor(() => expect(done).toContain('later'), 20_000);
	expect(done).toEqual(['dead', 'later']);
});

test('whoever works long says again and again that the job is theirs', async () => {
	vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
	let finish = () => {};
	const isLong = new Promise<void>((end) => (finish = end));
	await start({ note: () => isLong });
	await sql(`select graphile_worker.add_job('note')`);
	try {
		const lock = async () => {
			const [job] = await sql(`select locked_by, locked_at > now() - interval '30 seconds' as is_fresh
				from graphile_worker._private_jobs`);
			return job;
		};
		await vi.waitFor(async () => expect(await lock()).toMatchObject({ is_fresh: true }), 20_000);
		const { locked_by } = await lock();
		await sql(`update graphile_worker._private_jobs set locked_at = locked_at - interval '100 seconds'`);
		vi.advanceTimersByTime(15_000);
		await vi.waitFor(async () => expect(await lock()).toEqual({ locked_by, is_fresh: true }), 20_000);
	} finally {
		finish();
	}
});

describe.each(['embedded', 'postgres', 'supabase'] as const)('as %s', (mode) => {
	const { storage } = backend().settings;
	beforeEach(() => void Object.assign(storage, { mode }));
	afterEach(() => void Object.assign(storage, { mode: 'postgres' }));

	test('a job of a process that died just now is done within two minutes', async () => {
		await held('died', '1 second');
		vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
		await start(tasks);
		if (mode === 'embedded') return vi.waitFor(() => expect(done).toEqual(['died']), 10_000); // there is no other
		for (const passed of [0, 75]) {
			await sql(`update graphile_worker._private_jobs set locked_at = now() - make_interval(secs => $1)`, [
				passed
			]);
			vi.advanceTimersByTime(15_000);
			await pause(500);
			expect(done).toEqual([]);
		}
		await sql(`update graphile_worker._private_jobs set locked_at = now() - interval '91 seconds'`);
		vi.advanceTimersByTime(15_000); // 91 + 15, and at most 5 until it is looked for
		await vi.waitFor(() => expect(done).toEqual(['died']), 10_000);
	});
});
