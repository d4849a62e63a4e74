import { redirect } from '@sveltejs/kit';
import { contentsOf } from '#lib/documents/document.ts';
import * as documents from '#lib/documents/documents.server.ts';
import type { RequestHandler } from './$types';

/** The newest version that one may read. */
export const GET: RequestHandler = async ({ locals, params }) => {
	const where = { authorityId: locals.authority.id, slug: params.slug };
	const { version } = await documents.readContents(locals.db, where);
	redirect(303, contentsOf({ slug: params.slug, number: version.number }));
};
