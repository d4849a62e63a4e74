import * as documents from '#lib/documents/documents.server.ts';
import * as words from '#lib/vocabulary/vocabulary.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const where = { authorityId: locals.authority.id, slug: params.slug, number: Number(params.version) };
	const [contents, vocabulary] = await Promise.all([
		documents.readContents(locals.db, where),
		words.find(locals.db)
	]);
	const { searchParams } = url;
	return {
		contents,
		targetGroups: vocabulary.targetGroups,
		concern: searchParams.get('betrifft'),
		done: searchParams.get('erledigt')
	};
};
