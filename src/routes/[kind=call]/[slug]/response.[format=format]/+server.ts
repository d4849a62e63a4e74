import { answersSheet, ledgerSheet } from '#lib/calls/ledger-sheet.server.ts';
import * as ledgers from '#lib/calls/ledgers.server.ts';
import { requireLedger } from '#lib/calls/require-ledger.server.ts';
import { download } from '#lib/server/export/download.ts';
import { auditExport } from '#lib/server/export/audit-export.ts';
import type { RequestHandler } from './$types';

/** A workbook has the matrix and, on its second sheet, the answers; a CSV has one table: the answers, which say all of the matrix. */
export const GET: RequestHandler = async (event) => {
	const { ledger, isOpenOnly } = await requireLedger(event);
	const { db, authority } = event.locals;
	const { slug, format } = event.params;
	const answers = answersSheet(
		ledger,
		await ledgers.answers(db, authority.id, slug),
		isOpenOnly,
		authority.name
	);
	const record = auditExport(db, authority.id, 'call_ledger', {
		call: slug,
		...(isOpenOnly && { state: 'offen' })
	});
	const name = `ruecklauf-${slug}`;
	return format === 'csv'
		? download(name, format, answers, record)
		: download(name, format, ledgerSheet(ledger, isOpenOnly, authority.name), record, answers);
};
