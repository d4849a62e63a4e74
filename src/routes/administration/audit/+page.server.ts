import { requireAdministrator } from '#lib/organisations/require-administrator.server.ts';
import { readAuditFilter, auditedMonths } from '#lib/audit/entry.ts';
import * as audit from '#lib/audit/audit.server.ts';
import * as reportList from '#lib/needs/reports/need-report-list.server.ts';
import * as words from '#lib/vocabulary/vocabulary.server.ts';
import * as municipalities from '#lib/organisations/municipalities.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const authorityId = requireAdministrator(event);
	const { searchParams } = event.url;
	const filter = readAuditFilter(searchParams);
	const after = searchParams.get('nach');
	const { db } = event.locals;
	const [list, vocabulary, places, { organisations }] = await Promise.all([
		audit.list(db, authorityId, filter, after),
		words.find(db),
		municipalities.list(db, authorityId),
		reportList.choices(db, authorityId)
	]);
	const { fieldsOfAction: fields, targetGroups: groups } = vocabulary;
	const known = { fields, groups, municipalities: places, organisations };
	return { list, known, filter, after, months: auditedMonths(new Date()) };
};
