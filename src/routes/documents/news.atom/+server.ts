import { newsFeed } from '#lib/documents/news-feed.server.ts';
import type { RequestHandler } from './$types';

/** What is new in public documents, for programs that read feeds. */
export const GET: RequestHandler = async ({ locals, url }) =>
	new Response(await newsFeed(locals.db, locals.authority, url.origin), {
		headers: { 'content-type': 'application/atom+xml; charset=utf-8', 'cache-control': 'public, max-age=300' }
	});
