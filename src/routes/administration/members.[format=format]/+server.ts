import { members } from '#lib/organisations/member-sheet.server.ts';
import { requireAdministrator } from '#lib/organisations/require-administrator.server.ts';
import { download } from '#lib/server/export/download.ts';
import { auditExport } from '#lib/server/export/audit-export.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
	const authorityId = requireAdministrator(event);
	const { db, authority } = event.locals;
	const sheet = await members(db, authorityId, authority.name);
	return download('mitglieder', event.params.format, sheet, auditExport(db, authorityId, 'members'));
};
