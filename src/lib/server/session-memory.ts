import { createHash } from 'node:crypto';
import { ask, asSystem } from './database.ts';

/** A session as `session_find` tells it; one that expired or was ended is told too, so that typed text finds its way back. */
export interface Found {
	publicId: string;
	personId: string;
	expiresAt: string;
	usedAt: string;
	/** It was ended before its time, from elsewhere. */
	isEnded: boolean;
	person: App.Person;
	posts: App.Post[];
	authority: App.Authority | null;
	/** A post asks for a second factor that is not set up yet. */
	lacksSecondFactor: boolean;
	/** Paths of pages whose forms wait for this person. */
	kept: string[];
}

const cacheMilliseconds = 5_000;
const cache = new Map<string, { found: Promise<Found | null>; until: number }>();

/** Finds a session by its id; what was found, or not, is remembered for five seconds. */
export function look(id: string): Promise<Found | null> {
	const hash = hashOf(id);
	const known = cache.get(hash);
	if (known && known.until > Date.now()) return known.found;
	if (cache.size > 20_000) cache.clear();
	const found = ask<Found | null>(asSystem().rpc('session_find', { p_id_hash: hash }));
	cache.set(hash, { found, until: Date.now() + cacheMilliseconds });
	found.catch(() => cache.delete(hash)); // an outage is not to be remembered
	return found;
}

/** Forgets what is remembered of these sessions (hashes of their ids), or of all: after they ended or changed. */
export function forget(idHashes?: string[]) {
	if (idHashes) idHashes.forEach((hash) => cache.delete(hash));
	else cache.clear();
}

/** Only the hash is stored: whoever reads the table cannot sign in with it. */
export const hashOf = (id: string) => createHash('sha256').update(id).digest('hex');
