import { error, type Handle } from '@sveltejs/kit';
import { addressHash } from './client-address.ts';

/** So many posts at once, and one more after each second. An administration behind one address stays well below. */
const most = 60;
const perSecond = 1;
const remembered = 10_000;

type Bucket = { tokens: number; at: number };
const buckets = new Map<string, Bucket>();

/** Keeps machines from filling forms that need no sign-in. Who has signed in is known, and never held back here. */
export const rateLimit: Handle = ({ event, resolve }) => {
	const isGuestsPost = event.request.method === 'POST' && !event.locals.session && !event.locals.token;
	if (isGuestsPost && !takes(addressHash(event.getClientAddress()), Date.now())) error(429, 'errors_limit');
	return resolve(event);
};

/**
 * Whether a network may post once more. Networks stay in memory only and are forgotten once there are many.
 * @param now milliseconds
 */
export function takes(network: string, now: number): boolean {
	const { tokens, at } = buckets.get(network) ?? { tokens: most, at: now };
	const filled = Math.min(most, tokens + ((now - at) / 1000) * perSecond);
	if (buckets.size >= remembered) buckets.clear();
	buckets.set(network, { tokens: Math.max(0, filled - 1), at: now });
	return filled >= 1;
}
