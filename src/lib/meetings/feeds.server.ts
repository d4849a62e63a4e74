import { hashOf, newToken } from '#lib/people/secrets.ts';
import { ask, asSystem } from '#lib/server/database.ts';
import type { Feed, FeedEntry } from './feed.ts';

/*
 * A calendar program cannot sign in: a secret address stands for the person. Only its SHA-256 is stored, in the unexposed
 * schema, so the server's own role asks; `personId` is always that of the session.
 */

type Found =
	| { outcome: 'found'; locale: App.Person['locale']; entries: FeedEntry[] }
	| { outcome: 'unknown' }
	| { outcome: 'limited' };

export const find = (personId: string) => ask<Feed | null>(asSystem().rpc('feed_of', { p_person: personId }));

/** @returns the secret, told once; an older address stops working */
export async function replace(personId: string): Promise<string> {
	const secret = newToken();
	await ask(asSystem().rpc('feed_replace', { p_person: personId, p_secret_hash: hashOf(secret) }));
	return secret;
}

export async function revoke(personId: string) {
	await ask(asSystem().rpc('feed_revoke', { p_person: personId }));
}

/** @param addressHash of whoever asks: wrong guesses are counted by it */
export const read = (secret: string, addressHash: string) =>
	ask<Found>(asSystem().rpc('feed_find', { p_secret_hash: hashOf(secret), p_address_hash: addressHash }));
