import { isHttpError, type Handle } from '@sveltejs/kit';
import { isOfInterface } from '#lib/server/bearer.ts';
import { problem } from './problem.ts';

/** What the interface refuses before an operation is reached, such as too many requests, is a problem like all others. */
export const problems: Handle = async ({ event, resolve }) => {
	if (!isOfInterface(event)) return resolve(event);
	try {
		const response = await resolve(event);
		return response.status === 405 ? wrongMethod(response) : response;
	} catch (thrown) {
		if (isHttpError(thrown, 429)) return problem(429, 'LIMIT', thrown.body.message);
		throw thrown;
	}
};

function wrongMethod(response: Response): Response {
	const told = problem(405, 'METHD', 'errors_method');
	told.headers.set('allow', response.headers.get('allow') ?? '');
	return told;
}
