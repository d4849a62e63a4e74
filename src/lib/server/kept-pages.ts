import { randomUUID } from 'node:crypto';
import type { IncomingMessage, OutgoingHttpHeaders, RequestListener, ServerResponse } from 'node:http';
import type { RouteId } from '$app/types';
import { href } from '../i18n/addresses.ts';
import { log } from './log.ts';

type Page = { headers: OutgoingHttpHeaders; body: Buffer };
type Keeping = { page: Promise<Page | null>; until: number };

const keptMilliseconds = 5_000;
/** A way to read that was chosen without signing in; anything else in the cookie is somebody's own. */
const display = /^display:[a-z-]{2,12}\.[a-z]{2,12}\.[a-z]{2,12}$/;

/**
 * Pages that look the same to everybody who has not signed in are made once in five seconds, and sent again as they are
 * before anything else looks at the request.
 * @param routes such pages
 * @param origin the headers that tell which address of ours was asked for
 */
export function keptPages(routes: RouteId[], origin: string[], make: RequestListener): RequestListener {
	const kept = new Map<string, Keeping>();
	const routeAt = new Map(routes.map((route) => [href(route as '/'), route]));
	return async (request, response) => {
		const route = routeAt.get(request.url ?? '');
		const key = route && keyOf(request, origin);
		if (!key) return make(request, response);
		const known = kept.get(key);
		if (known && known.until > Date.now()) {
			const started = performance.now();
			const page = await known.page;
			return page ? send(page, response, route, started) : make(request, response);
		}
		if (kept.size > 200) kept.clear(); // the host may be anything
		const page = overheard(response);
		kept.set(key, { page, until: Date.now() + keptMilliseconds });
		make(request, response);
		if (!(await page)) kept.delete(key);
	};
}

/** Nothing for what is somebody's own. */
function keyOf({ method, url, headers }: IncomingMessage, origin: string[]): string | undefined {
	const [, cookie = ''] = /(?:^|;\s*)session=([^;]*)/.exec(headers.cookie ?? '') ?? [];
	if (method !== 'GET' || (cookie && !display.test(cookie))) return;
	const accepted = String(headers['accept-encoding']);
	const [packing = ''] = /\bbr\b/.exec(accepted) ?? /\bgzip\b/.exec(accepted) ?? [];
	return [url, cookie, packing, ...origin.map((name) => headers[name])].join(' ');
}

/** What is being answered, once it has been; null for what is not to be kept: refusals, and answers with a cookie. */
function overheard(response: ServerResponse): Promise<Page | null> {
	const pieces: Buffer[] = [];
	for (const name of ['write', 'end'] as const) {
		const send = response[name].bind(response) as (...of: unknown[]) => never;
		response[name] = (piece?: unknown, ...rest: unknown[]) => {
			if (typeof piece === 'string' || piece instanceof Uint8Array) pieces.push(Buffer.from(piece as string));
			return send(piece, ...rest);
		};
	}
	return new Promise((done) =>
		response.once('close', () => {
			const headers = response.getHeaders();
			const isWhole = response.writableFinished && response.statusCode === 200 && !headers['set-cookie'];
			done(isWhole ? { headers, body: Buffer.concat(pieces) } : null);
		})
	);
}

function send({ headers, body }: Page, response: ServerResponse, route: string, started: number) {
	const id = randomUUID();
	const vary = 'accept-encoding, cookie';
	response.writeHead(200, { ...headers, vary, 'content-length': body.length, 'x-request-id': id });
	response.end(body);
	const ms = Math.round(performance.now() - started);
	log.info('request', { request: id, method: 'GET', route, status: 200, ms });
}
