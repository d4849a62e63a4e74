import * as needs from '#lib/needs/pool/needs.server.ts';
import * as words from '#lib/vocabulary/vocabulary.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => ({
	need: await needs.find(locals.db, params.number),
	vocabulary: await words.find(locals.db),
	done: url.searchParams.get('erledigt')
});
