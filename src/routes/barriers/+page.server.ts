import * as barrierReports from '#lib/barriers/barrier-reports.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { db, authority } = event.locals;
	return { reports: await barrierReports.list(db, authority.id) };
};
