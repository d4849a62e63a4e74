import { m } from '#lib/i18n/paraglide/messages.js';
import * as figures from '#lib/needs/figures/figures.server.ts';
import * as words from '#lib/vocabulary/vocabulary.server.ts';
import { download } from '#lib/server/export/download.ts';
import type { RequestHandler } from './$types';

/** For everybody, so there is nobody to note. */
export const GET: RequestHandler = async ({ locals, params }) => {
	const { db, authority } = locals;
	const [found, { fieldsOfAction }] = await Promise.all([
		figures.findPublic(db, authority.id),
		words.find(db)
	]);
	const notes = [m.public_small({ small: found.small })];
	return download('zahlen', params.format, figures.sheet(found, authority, fieldsOfAction, notes, found));
};
