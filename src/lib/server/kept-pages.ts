import { promisify } from 'node:util';
import { brotliCompress } from 'node:zlib';
import type { Handle, RequestEvent } from '@sveltejs/kit';
import { parseDisplay, serialiseDisplay } from '#lib/i18n/display.ts';

type Page = { headers: [string, string][]; plain: Uint8Array; brotli: Uint8Array };

const keptMilliseconds = 5_000;
const compress = promisify(brotliCompress);
const kept = new Map<string, { page: Promise<Page | null>; until: number }>();

/**
 * Pages that look the same to everybody who has not signed in are made once in five seconds, and compressed once.
 * @param routes ids of such routes; they must have no script, whose nonce would be shared
 */
export const keptPages =
	(routes: string[]): Handle =>
	async ({ event, resolve }) => {
		const display = routes.includes(event.route.id ?? '') && displayOfAll(event);
		if (display === false) return resolve(event);
		const key = `${event.url.origin} ${event.route.id} ${display}`;
		let made: Response | undefined;
		const make = async () => pageOf((made = await resolve(event)));
		const page = await remembered(key, make);
		if (made && !page) return made;
		return page ? answer(page, event.request) : resolve(event);
	};

/** How somebody who is not signed in reads, or false where the page is one's own. */
function displayOfAll({ request, url, cookies, isDataRequest }: RequestEvent): string | false {
	if (request.method !== 'GET' || url.search || isDataRequest) return false;
	const cookie = cookies.get('session');
	const display = parseDisplay(cookie);
	return display ? serialiseDisplay(display) : cookie ? false : '';
}

function remembered(key: string, make: () => Promise<Page | null>): Promise<Page | null> {
	const known = kept.get(key);
	if (known && known.until > Date.now()) return known.page;
	if (kept.size > 200) kept.clear(); // the host may be anything
	const page = make();
	kept.set(key, { page, until: Date.now() + keptMilliseconds });
	const forget = () => kept.delete(key);
	page.then((made) => made ?? forget(), forget);
	return page;
}

/** @returns null for what is not to be kept: refusals, and answers with a cookie */
async function pageOf(response: Response): Promise<Page | null> {
	if (response.status !== 200 || response.headers.has('set-cookie')) return null;
	const plain = new Uint8Array(await response.clone().arrayBuffer());
	return { headers: [...response.headers], plain, brotli: await compress(plain) };
}

function answer({ headers, plain, brotli }: Page, request: Request): Response {
	const takesBrotli = /\bbr\b/.test(request.headers.get('accept-encoding') ?? '');
	const response = new Response((takesBrotli ? brotli : plain) as BodyInit, { headers });
	response.headers.set('vary', 'accept-encoding, cookie');
	response.headers.set('content-length', String(takesBrotli ? brotli.length : plain.length));
	if (takesBrotli) response.headers.set('content-encoding', 'br');
	return response;
}
