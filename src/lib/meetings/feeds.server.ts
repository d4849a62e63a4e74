import { createHash } from 'node:crypto';
import { z } from 'zod';
import { locales } from '#lib/i18n/paraglide/runtime.js';
import { hashOf } from '#lib/people/secrets.ts';
import { ask, asSystem, document } from '#lib/server/database.ts';
import { feed, feedEntry } from './feed.ts';

/*
 * A calendar program cannot sign in: a secret address stands for the person. Only its SHA-256 is stored, in the unexposed
 * schema, so the server's own role asks; `personId` is always that of the session.
 */

const feedOf = document('feed_of', feed.nullable());
const reading = document(
	'feed_find',
	z.discriminatedUnion('outcome', [
		z.strictObject({ outcome: z.literal('found'), locale: z.enum(locales), entries: z.array(feedEntry) }),
		z.strictObject({ outcome: z.literal('unknown') }),
		z.strictObject({ outcome: z.literal('limited') })
	])
);

export const find = (personId: string) => feedOf(asSystem(), { p_person: personId });

/**
 * @param formId drawn by the form: a second click, or a reload, shows the address that holds
 * @returns the secret, told once; an older address stops working. @throws Refusal RULED without a fresh proof
 */
export async function replace({ id, person }: App.Session, formId: string): Promise<string> {
	const secret = createHash('sha256').update(`feed ${formId}`).digest('base64url');
	const asked = { p_person: person.id, p_session: id, p_secret_hash: hashOf(secret) };
	await ask(asSystem().rpc('feed_replace', asked));
	return secret;
}

export async function revoke(personId: string) {
	await ask(asSystem().rpc('feed_revoke', { p_person: personId }));
}

/** @param addressHash of whoever asks: wrong guesses are counted by it */
export const read = (secret: string, addressHash: string) =>
	reading(asSystem(), { p_secret_hash: hashOf(secret), p_address_hash: addressHash });
