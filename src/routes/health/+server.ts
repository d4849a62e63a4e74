import { json } from '@sveltejs/kit';
import { isReady } from '#lib/server/readiness.ts';

/** For balancers and start scripts: `live` while we answer at all, `ready` while the database does. */
export async function GET() {
	const ready = await isReady();
	return json({ live: true, ready }, { status: ready ? 200 : 503, headers: { 'cache-control': 'no-store' } });
}
