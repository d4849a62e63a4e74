import * as documents from '#lib/documents/documents.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => ({
	documents: await documents.list(locals.db, locals.authority.id),
	done: url.searchParams.get('erledigt')
});
