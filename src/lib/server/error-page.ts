import { isHttpError, type Handle, type RequestEvent } from '@sveltejs/kit';
import frame from '../../error.html?raw';
import { href } from '#lib/i18n/addresses.ts';
import { errorInWords } from '#lib/ui/error-words.ts';
import { isOfInterface } from './bearer.ts';
import { plainPage } from './plain-page.ts';

/**
 * Says what is wrong where the framework would say that nothing works: files and short addresses that are not there, and
 * what is refused before a page is reached. What is not there is the page of the site that says so.
 */
export const errorPage: Handle = async ({ event, resolve }) => {
	if (isOfInterface(event)) return resolve(event);
	let isPage = false;
	try {
		const answer = await resolve(event, { transformPageChunk: ({ html }) => ((isPage = true), html) });
		const isHtml = /html/.test(answer.headers.get('content-type') ?? '');
		return isPage || !isHtml || !isRefused(answer.status) ? answer : told(event, answer.status);
	} catch (thrown) {
		if (isHttpError(thrown) && isRefused(thrown.status) && readsPages(event))
			return told(event, thrown.status);
		throw thrown;
	}
};

const isRefused = (status: number) => status >= 400 && status < 500;

const readsPages = ({ request }: RequestEvent) =>
	!request.headers.has('x-sveltekit-action') && /\bhtml\b/.test(request.headers.get('accept') ?? '');

async function told({ fetch }: RequestEvent, status: number): Promise<Response> {
	if (status === 404)
		return fetch(href('/not-found'), { headers: { accept: 'text/html', 'accept-encoding': 'identity' } });
	return new Response(plainPage(frame, ...errorInWords(status)), {
		status,
		headers: { 'content-type': 'text/html', 'cache-control': 'no-store' }
	});
}
