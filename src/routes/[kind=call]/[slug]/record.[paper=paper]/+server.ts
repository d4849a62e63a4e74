import * as ledgers from '#lib/calls/ledgers.server.ts';
import { recordPaper } from '#lib/calls/record-paper.server.ts';
import { auditExport } from '#lib/server/export/audit-export.ts';
import { paperFile } from '#lib/server/paper/files.ts';
import type { RequestHandler } from './$types';

/** The record of a call to put into a file or before a council. */
export const GET: RequestHandler = async ({ locals: { db, authority }, params: { slug, paper } }) => {
	const record = await ledgers.record(db, authority.id, slug);
	const file = await paperFile(recordPaper(record, authority), `beteiligungsnachweis-${slug}`, paper);
	await auditExport(db, authority.id, 'call_record', { call: slug })(record.addressees.length);
	return file;
};
