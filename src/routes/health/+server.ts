import { json } from '@sveltejs/kit';
import { jobsAreFound } from '#lib/server/jobs/jobs.ts';
import { isReady } from '#lib/server/readiness.ts';

/**
 * For balancers and start scripts: `live` while we answer at all, `ready` while the database does. Where jobs are done,
 * `jobs` says whether they are found when they are queued or, behind a pooler, by asking every second.
 */
export async function GET() {
	const ready = await isReady();
	const body = { live: true, ready, jobs: jobsAreFound() };
	return json(body, { status: ready ? 200 : 503, headers: { 'cache-control': 'no-store' } });
}
