import { readPoolFilter } from '#lib/needs/pool/need.ts';
import * as sheets from '#lib/needs/pool/need-sheets.server.ts';
import * as words from '#lib/vocabulary/vocabulary.server.ts';
import { download } from '#lib/server/export/download.ts';
import { requirePost } from '#lib/server/export/require-post.ts';
import { auditExport } from '#lib/server/export/audit-export.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
	requirePost(event);
	const { db, authority } = event.locals;
	const filter = readPoolFilter(event.url.searchParams);
	const sheet = await sheets.pool(db, authority, { ...filter, after: undefined }, await words.find(db));
	return download(
		'bedarfe-pool',
		event.params.format,
		sheet,
		auditExport(db, authority.id, 'needs', {
			state: filter.state,
			...(filter.search && { search: filter.search })
		})
	);
};
