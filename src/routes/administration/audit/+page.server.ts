import { requireAdministrator } from '#lib/organisations/require-administrator.server.ts';
import { readAuditFilter, auditedMonths } from '#lib/audit/entry.ts';
import * as audit from '#lib/audit/audit.server.ts';
import * as words from '#lib/vocabulary/vocabulary.server.ts';
import * as municipalities from '#lib/organisations/municipalities.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const authorityId = requireAdministrator(event);
	const { searchParams } = event.url;
	const filter = readAuditFilter(searchParams);
	const after = searchParams.get('nach');
	const { db } = event.locals;
	const [list, vocabulary, places] = await Promise.all([
		audit.list(db, authorityId, filter, after),
		words.find(db),
		municipalities.list(db, authorityId)
	]);
	const known = { fields: vocabulary.fieldsOfAction, municipalities: places };
	return { list, known, filter, after, months: auditedMonths(new Date()) };
};
