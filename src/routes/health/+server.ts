import { json } from '@sveltejs/kit';
import { isDiskFull } from '#lib/server/disk.ts';
import { jobsAreFound } from '#lib/server/jobs/jobs.ts';
import { isReady } from '#lib/server/readiness.ts';

/**
 * For balancers and start scripts: `live` while we answer at all, `ready` while the database does and there is room to write.
 * `disk` is there when there is none. Where jobs are done, `jobs` says whether they are found when they are queued or, behind a
 * pooler, by asking every second.
 */
export async function GET() {
	const [answers, isFull] = await Promise.all([isReady(), isDiskFull()]);
	const ready = answers && !isFull;
	const body = { live: true, ready, ...(isFull && { disk: 'full' }), jobs: jobsAreFound() };
	return json(body, { status: ready ? 200 : 503, headers: { 'cache-control': 'no-store' } });
}
