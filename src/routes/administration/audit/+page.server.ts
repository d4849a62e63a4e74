import { requireAdministrator } from '#lib/organisations/require-administrator.server.ts';
import { readAuditFilter, auditedMonths } from '#lib/audit/entry.ts';
import * as audit from '#lib/audit/audit.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const authorityId = requireAdministrator(event);
	const { searchParams } = event.url;
	const filter = readAuditFilter(searchParams);
	const after = searchParams.get('nach');
	const list = await audit.list(event.locals.db, authorityId, filter, after);
	return { list, filter, after, months: auditedMonths(new Date()) };
};
