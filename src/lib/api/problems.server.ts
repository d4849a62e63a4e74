import { isHttpError, type Handle, type RequestEvent } from '@sveltejs/kit';
import { isOfInterface } from '#lib/server/bearer.ts';
import { Refusal } from '#lib/server/database.ts';
import { log } from '#lib/server/log.ts';
import { problem } from './problem.ts';

/** What the interface refuses before an operation is reached, such as too many requests, is a problem like all others. */
export const problems: Handle = async ({ event, resolve }) => {
	if (!isOfInterface(event)) return resolve(event);
	try {
		const response = await resolve(event);
		const isTold = response.status < 400 || /json/.test(response.headers.get('content-type') ?? '');
		return isTold && response.status !== 405 ? response : asProblem(response);
	} catch (thrown) {
		return told(thrown, event);
	}
};

/** What the framework answers by itself: no such address, no such method, an address that cannot be read. */
function asProblem({ status, headers }: Response): Response {
	const [code, messageKey] = words[status] ?? ['ERROR', 'errors_unexpected'];
	const told = problem(status, code, messageKey);
	if (status === 405) told.headers.set('allow', headers.get('allow') ?? '');
	return told;
}

const words: Record<number, [code: string, messageKey: string]> = {
	400: ['INPUT', 'errors_input'],
	404: ['NOTFD', 'errors_not_found'],
	405: ['METHD', 'errors_method'],
	413: ['SIZE', 'errors_input'],
	415: ['MEDIA', 'errors_not_json'],
	429: ['LIMIT', 'errors_limit'],
	503: ['DOWN', 'errors_unavailable']
};

function told(thrown: unknown, { locals, route }: RequestEvent): Response {
	if (thrown instanceof Refusal) return problem(thrown.status, thrown.code, thrown.messageKey);
	if (isHttpError(thrown)) return asProblem(new Response(null, { status: thrown.status }));
	log.error('failure', thrown, { request: locals.requestId, route: route.id });
	return problem(500, 'ERROR', 'errors_unexpected');
}
