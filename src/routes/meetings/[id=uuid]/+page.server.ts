import * as meetings from '#lib/meetings/meetings.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => ({
	meeting: await meetings.find(locals.db, params.id)
});
