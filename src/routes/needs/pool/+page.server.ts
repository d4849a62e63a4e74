import { readPoolFilter } from '#lib/needs/pool/need.ts';
import * as needs from '#lib/needs/pool/needs.server.ts';
import * as words from '#lib/vocabulary/vocabulary.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { db, authority } = event.locals;
	const { searchParams } = event.url;
	const filter = readPoolFilter(searchParams.get('stand'));
	const after = searchParams.get('nach');
	const list = await needs.list(db, authority.id, filter, after);
	return { list, filter, after, vocabulary: await words.find(db) };
};
