import { m } from '#lib/i18n/paraglide/messages.js';
import * as figures from '#lib/needs/figures/figures.server.ts';
import * as words from '#lib/vocabulary/vocabulary.server.ts';
import { download } from '#lib/server/export/download.ts';
import { requirePost } from '#lib/server/export/require-post.ts';
import { auditExport } from '#lib/server/export/audit-export.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
	requirePost(event);
	const { db, authority } = event.locals;
	const [found, { fieldsOfAction }] = await Promise.all([figures.find(db, authority.id), words.find(db)]);
	const sheet = figures.sheet(found, authority, fieldsOfAction, [m.figures_note()]);
	return download('bedarfe-zahlen', event.params.format, sheet, auditExport(db, authority.id, 'figures'));
};
