import * as votes from '#lib/votes/votes.server.ts';
import { pageSize } from '#lib/votes/vote.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const found = await votes.list(locals.db, url.searchParams.get('nach'));
	return { votes: found.slice(0, pageSize), hasMore: found.length > pageSize };
};
