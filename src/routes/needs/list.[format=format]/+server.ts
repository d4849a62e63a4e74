import * as reportExport from '#lib/needs/reports/need-report-export.server.ts';
import { readList } from '../read-list.server.ts';
import { download } from '#lib/server/export/download.ts';
import { requirePost } from '#lib/server/export/require-post.ts';
import { auditExport } from '#lib/server/export/audit-export.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
	requirePost(event);
	const { db, authority } = event.locals;
	const { filter, own, senders, vocabulary } = await readList(event);
	const sheet = reportExport.sheet(db, authority, filter, own?.id ?? null, senders, vocabulary);
	return download(
		'bedarfsmeldungen',
		event.params.format,
		sheet,
		auditExport(db, authority.id, 'need_reports', { ...filter })
	);
};
