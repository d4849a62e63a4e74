import * as ledgers from '#lib/calls/ledgers.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { db, authority } = event.locals;
	return { call: await ledgers.reach(db, authority.id, event.params.slug) };
};
