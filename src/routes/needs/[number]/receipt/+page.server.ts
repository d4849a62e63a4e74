import { error } from '@sveltejs/kit';
import * as attachments from '#lib/attachments/attachments.server.ts';
import { href } from '#lib/i18n/addresses.ts';
import * as needReports from '#lib/needs/reports/need-reports.server.ts';
import { keptQrCode } from '#lib/server/qr-code.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const report = await needReports.find(event.locals.db, event.params.number);
	if (!report.isSide) error(404);
	const shortAddress = `${event.url.origin}${href('/short/[id]', { id: report.shortId })}`;
	const files = await attachments.ofReport(event.locals.db, report.number);
	return { report, files, shortAddress, qrCode: keptQrCode(shortAddress) };
};
