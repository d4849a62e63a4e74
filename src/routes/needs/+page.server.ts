import * as reportList from '#lib/needs/reports/need-report-list.server.ts';
import { readFilter } from '#lib/needs/reports/report-filter.ts';
import * as words from '#lib/vocabulary/vocabulary.server.ts';
import * as municipalities from '#lib/organisations/municipalities.server.ts';
import { sessionOf } from '#lib/server/guard.ts';
import { ownOrganisation } from '#lib/organisations/own-organisation.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { posts } = sessionOf(event);
	const { db, authority } = event.locals;
	const [vocabulary, places] = await Promise.all([words.find(db), municipalities.list(db, authority.id)]);
	const filter = readFilter(event.url.searchParams, {
		fields: vocabulary.fieldsOfAction.map(({ key }) => key),
		municipalities: places.map(({ ags }) => ags)
	});
	const own = ownOrganisation(posts);
	const list = await reportList.list(db, authority.id, filter, own?.id ?? null);
	return { vocabulary, places, filter, own, list };
};
