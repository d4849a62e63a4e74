import * as ledgers from '#lib/calls/ledgers.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { db, authority } = event.locals;
	return { record: await ledgers.record(db, authority.id, event.params.slug) };
};
