import { wordingShown } from '#lib/documents/wordings.server.ts';
import { requireSection } from '#lib/documents/require-worker.server.ts';
import type { PageServerLoad } from './$types';

/** `?wortlaut` one of the wordings, to be read whole. */
export const load: PageServerLoad = async (event) => {
	const page = await requireSection(event);
	const { slug, version, key } = event.params;
	const where = { authorityId: event.locals.authority.id, slug, number: Number(version), key };
	return { page, ...(await wordingShown(event.locals.db, where, event.url.searchParams.get('wortlaut'))) };
};
