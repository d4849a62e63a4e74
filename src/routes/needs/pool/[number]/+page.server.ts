import * as needs from '#lib/needs/pool/needs.server.ts';
import * as words from '#lib/vocabulary/vocabulary.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { db } = event.locals;
	return {
		need: await needs.find(db, event.params.number),
		vocabulary: await words.find(db),
		done: event.url.searchParams.get('erledigt')
	};
};
