import * as reportList from '#lib/needs/reports/need-report-list.server.ts';
import * as sheets from '#lib/needs/pool/need-sheets.server.ts';
import { download } from '#lib/server/export/download.ts';
import { requirePost } from '#lib/server/export/require-post.ts';
import { auditExport } from '#lib/server/export/audit-export.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
	requirePost(event);
	const { db, authority } = event.locals;
	const facts = await reportList.countByMunicipality(db, authority.id);
	return download(
		'bedarfe-karte',
		event.params.format,
		sheets.map(authority, facts),
		auditExport(db, authority.id, 'need_report_map')
	);
};
