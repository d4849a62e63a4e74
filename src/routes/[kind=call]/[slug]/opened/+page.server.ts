import * as ledgers from '#lib/calls/ledgers.server.ts';
import { requirePerson } from '#lib/server/require-person.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	requirePerson(event);
	const { db, authority } = event.locals;
	return { call: await ledgers.reach(db, authority.id, event.params.slug) };
};
