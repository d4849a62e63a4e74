import { pointsSheet } from '#lib/rounds/points-sheet.server.ts';
import * as submitted from '#lib/rounds/submitted.server.ts';
import { auditExport } from '#lib/server/export/audit-export.ts';
import { download } from '#lib/server/export/download.ts';
import type { RequestHandler } from './$types';

/** All points of a round as a table, for planners. */
export const GET: RequestHandler = async ({ locals, params }) => {
	const { db, authority } = locals;
	const { slug, format } = params;
	const sheet = pointsSheet(await submitted.all(db, authority.id, slug), authority.name);
	const record = auditExport(db, authority.id, 'round_points', { call: slug });
	return download(`stellungnahmen-${slug}`, format, sheet, record);
};
