import * as reportExport from '#lib/needs/reports/need-report-export.server.ts';
import { ownOrganisation } from '#lib/organisations/own-organisation.ts';
import { readFilter } from '#lib/needs/reports/report-filter.ts';
import * as words from '#lib/vocabulary/vocabulary.server.ts';
import * as municipalities from '#lib/organisations/municipalities.server.ts';
import { download } from '#lib/server/export/download.ts';
import { auditExport } from '#lib/server/export/audit-export.ts';
import { sessionOf } from '#lib/server/guard.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
	const { posts } = sessionOf(event);
	const { db, authority } = event.locals;
	const [vocabulary, places] = await Promise.all([words.find(db), municipalities.list(db, authority.id)]);
	const filter = readFilter(event.url.searchParams, {
		fields: vocabulary.fieldsOfAction.map(({ key }) => key),
		municipalities: places.map(({ ags }) => ags)
	});
	const sheet = reportExport.sheet(db, authority, filter, ownOrganisation(posts)?.id ?? null, vocabulary);
	return download(
		'bedarfsmeldungen',
		event.params.format,
		sheet,
		auditExport(db, authority.id, 'need_reports', { ...filter })
	);
};
