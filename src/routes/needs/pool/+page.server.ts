import { readPoolFilter } from '#lib/needs/pool/need.ts';
import * as needs from '#lib/needs/pool/needs.server.ts';
import * as words from '#lib/vocabulary/vocabulary.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { db, authority } = event.locals;
	const filter = readPoolFilter(event.url.searchParams);
	const list = await needs.list(db, authority.id, filter);
	return { list, filter, vocabulary: await words.find(db) };
};
