import * as textBlocks from '#lib/needs/text-blocks/text-blocks.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => ({
	...(await textBlocks.list(locals.db, locals.authority.id)),
	done: url.searchParams.get('erledigt')
});
