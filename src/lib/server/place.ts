import type { RequestEvent } from '@sveltejs/kit';
import { addressHash } from './client-address.ts';
import { deviceOf } from './session.ts';

/** Where a try comes from, for limits. */
export interface Place {
	/** Of the network, see `client-address.ts`. */
	addressHash: string;
	/** The browser, if somebody has signed in with it: whoever guesses elsewhere does not hold it up. */
	device?: string | null;
}

export const placeOf = (event: Pick<RequestEvent, 'cookies' | 'getClientAddress'>): Place => ({
	addressHash: addressHash(event.getClientAddress()),
	device: deviceOf(event.cookies)
});
