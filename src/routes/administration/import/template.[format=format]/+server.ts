import { memberTemplate } from '#lib/imports/templates.server.ts';
import { requireAdministrator } from '#lib/organisations/require-administrator.server.ts';
import { download } from '#lib/server/export/download.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) => {
	requireAdministrator(event);
	return download('vorlage-mitglieder', event.params.format, memberTemplate('Stadt Oberharz am Brocken'));
};
