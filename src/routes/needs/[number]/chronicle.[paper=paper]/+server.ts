import * as attachments from '#lib/attachments/attachments.server.ts';
import * as needReports from '#lib/needs/reports/need-reports.server.ts';
import { reportPaper } from '#lib/needs/reports/report-paper.server.ts';
import { paperFile } from '#lib/server/paper/files.ts';
import * as vocabulary from '#lib/vocabulary/vocabulary.server.ts';
import type { RequestHandler } from './$types';

/** One report as the reader may see it, with what became of it. What the authority says among itself is not in it. */
export const GET: RequestHandler = async ({ locals: { db, authority }, params: { number, paper } }) => {
	const [report, files, words] = await Promise.all([
		needReports.find(db, number),
		attachments.ofReport(db, number),
		vocabulary.find(db)
	]);
	return paperFile(reportPaper(report, { files, words, authority }), number, paper);
};
