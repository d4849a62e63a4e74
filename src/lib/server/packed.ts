import { brotliCompressSync, constants } from 'node:zlib';
import type { Handle } from '@sveltejs/kit';

/**
 * Sends a page in one piece, packed where the browser takes it. Kit is handed an empty page: otherwise it would reckon a
 * hash over every page for an ETag, which no browser ever sends back for pages that are made anew each time.
 */
export const packed: Handle = async ({ event, resolve }) => {
	let page = '';
	const response = await resolve(event, { transformPageChunk: ({ html }) => ((page += html), '') });
	if (!page) return response;
	const isPacked = takesBrotli(event.request);
	const body = isPacked ? pack(page) : Buffer.from(page);
	const { status, headers } = response;
	headers.delete('etag');
	headers.set('content-length', String(body.length));
	if (isPacked) headers.set('content-encoding', 'br');
	return new Response(body, { status, headers });
};

/** RFC 9110, 12.5.3: a weight of nought says that it is not wanted. */
const takesBrotli = ({ headers }: Request) =>
	/\bbr\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))/.test(headers.get('accept-encoding') ?? '');

/** Quality 2 packs a list of 70 kB into 4.5 kB instead of 4.2, for a third of the time. */
const pack = (page: string) => brotliCompressSync(page, { params: { [constants.BROTLI_PARAM_QUALITY]: 2 } });
