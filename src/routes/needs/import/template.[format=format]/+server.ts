import { error } from '@sveltejs/kit';
import { reportTemplate } from '#lib/imports/templates.server.ts';
import { isPlanner } from '#lib/organisations/own-organisation.ts';
import * as words from '#lib/vocabulary/vocabulary.server.ts';
import { download } from '#lib/server/export/download.ts';
import { sessionOf } from '#lib/server/guard.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
	const { posts } = sessionOf(event);
	if (!isPlanner(posts)) error(404);
	const sheet = reportTemplate(await words.find(event.locals.db), 'Stadt Oberharz am Brocken');
	return download('vorlage-bedarfsmeldungen', event.params.format, sheet);
};
