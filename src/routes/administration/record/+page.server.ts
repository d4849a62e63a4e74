import { requireAdministrator } from '#lib/organisations/require-administrator.server.ts';
import { readRecordFilter, recordedMonths } from '#lib/record/entry.ts';
import * as record from '#lib/record/record.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const authorityId = requireAdministrator(event);
	const { searchParams } = event.url;
	const filter = readRecordFilter(searchParams);
	const after = searchParams.get('nach');
	const list = await record.list(event.locals.db, authorityId, filter, after);
	return { list, filter, after, months: recordedMonths(new Date()) };
};
