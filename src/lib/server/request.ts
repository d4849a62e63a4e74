import { dev } from '$app/environment';
import { isHttpError, type Handle, type RequestEvent } from '@sveltejs/kit';
import { log } from './log.ts';

/**
 * Numbers each request, writes one line about it, and sets the headers that keep a page to itself. The line has the
 * pattern of the address, never the address: that may hold a name, a number or a secret.
 */
export const request: Handle = async ({ event, resolve }) => {
	const started = performance.now();
	event.locals.requestId = crypto.randomUUID();
	try {
		const response = await resolve(event);
		setHeaders(event, response.headers);
		write(event, response.status, started);
		return response;
	} catch (thrown) {
		write(event, isHttpError(thrown) ? thrown.status : 500, started);
		throw thrown;
	}
};

function setHeaders({ url, locals, route }: RequestEvent, set: Headers) {
	for (const [name, value] of Object.entries(headers)) set.set(name, value);
	if (url.protocol === 'https:' && !dev) set.set('strict-transport-security', hsts);
	if (locals.session || secret.test(route.id ?? '')) set.set('cache-control', 'no-store');
	set.set('x-request-id', locals.requestId);
}

function write({ request, route, locals }: RequestEvent, status: number, started: number) {
	const ms = Math.round(performance.now() - started);
	log.info('request', {
		request: locals.requestId,
		method: request.method,
		route: route.id ?? 'unknown',
		status,
		ms
	});
}

/** Which pages may load and frame what is in the content security policy (svelte.config.js). */
const headers = {
	'x-content-type-options': 'nosniff',
	'referrer-policy': 'same-origin',
	'cross-origin-opener-policy': 'same-origin',
	'cross-origin-resource-policy': 'same-origin',
	'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()'
};
/** Pages whose address is a key, as their parameter is called, and those of signing in. */
const secret = /\[token\]|^\/sign-in\//;
const hsts = 'max-age=31536000';
