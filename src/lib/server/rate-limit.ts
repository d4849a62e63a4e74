import { error, type Handle } from '@sveltejs/kit';
import { addressHash } from './client-address.ts';
import { ask, asSystem, Refusal } from './database.ts';

/** So many posts at once, and one more after each second. An administration behind one address stays well below. */
const most = 60;
const perSecond = 1;
const remembered = 10_000;

/** Guesses nothing and writes to nobody; a class that tries the sample stands behind one address. Elsewhere it is shut. */
const sampleDoor = '/sign-in/sample';

type Bucket = { tokens: number; at: number };
const buckets = new Map<string, Bucket>();

/**
 * Keeps machines from filling forms that need no sign-in. Who has signed in is known, and never held back here. Each process
 * counts for itself first, so that a flood costs the database nothing; what passes is counted there for all of them.
 */
export const rateLimit: Handle = async ({ event, resolve }) => {
	const isGuestsPost = event.request.method === 'POST' && !event.locals.session && !event.locals.token;
	if (event.route.id === sampleDoor) return resolve(event);
	if (isGuestsPost && !(await mayPost(addressHash(event.getClientAddress())))) error(429, 'errors_limit');
	return resolve(event);
};

async function mayPost(network: string): Promise<boolean> {
	if (!takes(network, Date.now())) return false;
	try {
		await ask(asSystem().rpc('count_guest', { p_address_hash: network }));
		return true;
	} catch (refusal) {
		if (refusal instanceof Refusal && refusal.code === 'LIMIT') return false;
		throw refusal;
	}
}

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
