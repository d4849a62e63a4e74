import { ledgerSheet } from '#lib/calls/ledger-sheet.server.ts';
import { requireLedger } from '#lib/calls/require-ledger.server.ts';
import { download } from '#lib/server/export/download.ts';
import { auditExport } from '#lib/server/export/audit-export.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
	const { ledger, isOpenOnly } = await requireLedger(event);
	const { db, authority } = event.locals;
	const { slug, format } = event.params;
	return download(
		`ruecklauf-${slug}`,
		format,
		ledgerSheet(ledger, isOpenOnly, authority.name),
		auditExport(db, authority.id, 'call_ledger', { call: slug, ...(isOpenOnly && { state: 'offen' }) })
	);
};
