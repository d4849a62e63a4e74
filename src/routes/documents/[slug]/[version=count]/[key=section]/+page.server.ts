import * as documents from '#lib/documents/documents.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const where = { authorityId: locals.authority.id, slug: params.slug, number: Number(params.version) };
	return {
		page: await documents.readSection(locals.db, { ...where, key: params.key }),
		isPlain: url.searchParams.get('sprache') === 'einfach',
		done: url.searchParams.get('erledigt')
	};
};
