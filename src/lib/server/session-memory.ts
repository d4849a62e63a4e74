import { createHash } from 'node:crypto';
import { z } from 'zod';
import { contrasts, texts } from '#lib/i18n/display.ts';
import { locales } from '#lib/i18n/paraglide/runtime.js';
import { calendarDay, instant } from '#lib/i18n/times.ts';
import { authority } from './authority.ts';
import { asSystem, document } from './database.ts';

export const person = z.strictObject({
	id: z.string(),
	salutation: z.enum(['Frau', 'Herr']).nullable(),
	givenName: z.string(),
	familyName: z.string(),
	email: z.string(),
	locale: z.enum(locales),
	textSize: z.enum(texts),
	contrast: z.enum(contrasts)
});

/** A post the person holds, or stands in for, today; or one in which the person assists somebody. */
export const post = z.strictObject({
	id: z.string(),
	kind: z.string(),
	title: z.string(),
	capacity: z.enum(['holder', 'deputy', 'assistant']),
	/** Whom the person assists ("Herr Demir"); only as assistant. The kind is then `writing_assistant` or `reading_assistant`. */
	forPerson: z.string().nullable().optional(),
	organisationId: z.string(),
	organisationName: z.string(),
	authorityId: z.string(),
	/** Last day of the term; null: open-ended. */
	endsOn: calendarDay.nullable()
});

/** A session as `session_find` tells it; one that expired or was ended is told too, so that typed text finds its way back. */
const session = z.strictObject({
	publicId: z.string(),
	personId: z.string(),
	expiresAt: instant,
	usedAt: instant,
	/** Until when it was lately signed in, or proven since. */
	provenUntil: instant,
	/** It was ended before its time, from elsewhere. */
	isEnded: z.boolean(),
	person,
	posts: z.array(post),
	authority: authority.nullable(),
	/** A post asks for a second factor that is not set up yet. */
	lacksSecondFactor: z.boolean(),
	/** Paths of pages whose forms wait for this person. */
	kept: z.array(z.string())
});
type Found = z.infer<typeof session>;

const findSession = document('session_find', session.nullable());

const cacheMilliseconds = 5_000;
/** Whether this process hears at once of sessions that end in others (`ended-sessions.ts`); until then nothing is remembered. */
let hears = true;
const cache = new Map<string, { found: Promise<Found | null>; until: number }>();

/** Finds a session by its id; what was found, or not, is remembered for five seconds, or until it ends. */
export function look(id: string): Promise<Found | null> {
	const hash = hashOf(id);
	const known = cache.get(hash);
	if (known && known.until > Date.now()) return known.found;
	if (cache.size > 20_000) cache.clear();
	const found = findSession(asSystem(), { p_id_hash: hash });
	if (hears) cache.set(hash, { found, until: Date.now() + cacheMilliseconds });
	found.catch(() => cache.delete(hash)); // an outage is not to be remembered
	return found;
}

/** Forgets what is remembered of these sessions (hashes of their ids), or of all: after they ended or changed. */
export function forget(idHashes?: string[]) {
	if (idHashes) idHashes.forEach((hash) => cache.delete(hash));
	else cache.clear();
}

/** Remembers sessions only while it hears of those that end. */
export function rememberWhile(isHearing: boolean) {
	hears = isHearing;
	cache.clear(); // what ended meanwhile, nobody has told
}

/** Only the hash is stored: whoever reads the table cannot sign in with it. */
export const hashOf = (id: string) => createHash('sha256').update(id).digest('hex');
