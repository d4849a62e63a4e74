import type { RequestEvent } from '@sveltejs/kit';
import * as municipalities from '#lib/organisations/municipalities.server.ts';
import { ownOrganisation } from '#lib/organisations/own-organisation.ts';
import { sessionOf } from '#lib/server/guard.ts';
import type { ClosedRoute } from '#lib/server/public-routes.ts';
import * as words from '#lib/vocabulary/vocabulary.server.ts';
import * as reportList from '#lib/needs/reports/need-report-list.server.ts';
import { readFilter } from '#lib/needs/reports/report-filter.ts';

/** What the address of the list asks for, and what it may be asked for: for the page, its file, and what is saved of it. */
export async function readList(event: RequestEvent<Record<string, string>, ClosedRoute>) {
	const { posts } = sessionOf(event);
	const { db, authority } = event.locals;
	const [vocabulary, places, { organisations, filters, canAnswer }] = await Promise.all([
		words.find(db),
		municipalities.list(db, authority.id),
		reportList.choices(db, authority.id)
	]);
	const senders = organisations.map(({ id }) => id);
	const filter = readFilter(event.url.searchParams, {
		fields: vocabulary.fieldsOfAction.map(({ key }) => key),
		groups: vocabulary.targetGroups.map(({ key }) => key),
		municipalities: places.map(({ ags }) => ags),
		organisations: senders
	});
	const own = ownOrganisation(posts);
	return { vocabulary, places, organisations, senders, filters, canAnswer, filter, own };
}
