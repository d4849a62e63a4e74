import compression from 'compression';
import { EventEmitter } from 'node:events';
import type { RequestListener, ServerResponse } from 'node:http';
import { constants } from 'node:zlib';

const compress = compression({
	brotli: { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } },
	filter: (request, response) =>
		!/event-stream/.test(String(response.getHeader('content-type'))) && compression.filter(request, response)
}) as unknown as (...of: [...Parameters<RequestListener>, next: () => void]) => void;

/** Answers with text compressed as far as it pays at once; what the build compressed beforehand passes through. */
export const compressed =
	(handler: RequestListener): RequestListener =>
	(request, response) =>
		compress(request, response, () => {
			waitOnce(response);
			handler(request, response);
		});

/**
 * Whoever sends a long answer waits for `drain` once per piece. `compression` puts each of these listeners on a stream of its
 * own, from which `once` does not take them away again: here one stays and tells whoever waits.
 */
function waitOnce(response: ServerResponse) {
	let waiting: (() => void) | undefined;
	response.on('drain', () => {
		const next = waiting;
		waiting = undefined;
		next?.();
	});
	response.once = (event: string | symbol, listener: (...of: unknown[]) => void) => {
		if (event !== 'drain')
			return EventEmitter.prototype.once.call(response, event, listener) as ServerResponse;
		waiting = listener;
		return response;
	};
}
