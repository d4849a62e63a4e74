import type { Cookies } from '@sveltejs/kit';
import { Lucia, TimeSpan, type Adapter } from 'lucia';
import { keepDisplay } from '#lib/i18n/display.server.ts';
import { defaultDisplay, parseDisplay, serialiseDisplay, type Display } from '#lib/i18n/display.ts';
import { ask, asPerson, asSystem } from './database.ts';
import { forget, hashOf, look } from './session-memory.ts';

export interface Visit {
	session: (Omit<App.Session, 'authority'> & { authority: App.Authority | null }) | null;
	/** Whose session it was, when it has run out or was ended from elsewhere. */
	expiredPerson: string | null;
}

const cookieName = 'session';
const lifetime = new TimeSpan(30, 'd');
const touchMilliseconds = 60 * 60_000;
/** What Lucia makes: 25 random bytes in base 32. Anything else is not worth a question to the database. */
const sessionId = /^[a-z2-7]{40}$/;

/** Looks up who the cookie belongs to, and moves the end of a session in use, at most once an hour. */
export async function visit(cookies: Cookies, isSecure: boolean): Promise<Visit> {
	const id = cookies.get(cookieName);
	if (!id || !sessionId.test(id)) return { session: null, expiredPerson: null };
	const found = await look(id);
	const { session: valid } = await lucia.validateSession(id);
	if (!found || !valid) return { session: null, expiredPerson: found?.personId ?? null };
	if (Date.parse(found.usedAt) < Date.now() - touchMilliseconds) await touch(id, cookies, isSecure);
	const { publicId, person, posts, authority, kept, lacksSecondFactor, provenUntil } = found;
	const session = { id: publicId, person, posts, authority, kept, lacksSecondFactor, provenUntil };
	return { session, expiredPerson: null };
}

/**
 * Signs a person in on this device: always with a new id, so that an id planted before is worth nothing; a session that was
 * open here ends. How one chose to read before signing in becomes the person's own choice.
 * @param device browser and system, e.g. "Firefox/Windows"
 * @param challenge hash of the challenge in which the second factor was shown; whoever has one gets no session without
 */
export async function begin(
	cookies: Cookies,
	isSecure: boolean,
	personId: string,
	device: string,
	challenge?: string
) {
	const before = cookies.get(cookieName);
	if (before && sessionId.test(before)) await lucia.invalidateSession(before);
	const display = parseDisplay(before);
	const { id } = await lucia.createSession(personId, { device, challenge });
	if (display && !isDefault(display)) await keepDisplay(asPerson(personId), display);
	setCookie(cookies, id, isSecure);
}

/** Signs out on this device. How one reads stays, in the same cookie. */
export async function end(cookies: Cookies, isSecure: boolean, display: Display) {
	const id = cookies.get(cookieName);
	if (id && sessionId.test(id)) await lucia.invalidateSession(id);
	if (isDefault(display)) cookies.delete(cookieName, { path: '/' });
	else setCookie(cookies, serialiseDisplay(display), isSecure);
}

/** By what this browser is known to whoever signed in with it: the hash of its session, which may have run out. */
export function deviceOf(cookies: Cookies): string | null {
	const id = cookies.get(cookieName);
	return id && sessionId.test(id) ? hashOf(id) : null;
}

/** Forgets what is remembered of the session of this cookie, e.g. after its person changed. */
export function forgetOwn(cookies: Cookies) {
	forget([hashOf(cookies.get(cookieName) ?? '')]);
}

const adapter: Adapter = {
	async getSessionAndUser(id) {
		const found = await look(id);
		// Kept from Lucia, which would end an expired one: it still says whose typed text is to be kept.
		if (!found || found.isEnded || Date.parse(found.expiresAt) <= Date.now()) return [null, null];
		const { personId: userId, expiresAt } = found;
		return [
			{ id, userId, expiresAt: new Date(expiresAt), attributes: { device: '', challenge: undefined } },
			{ id: userId, attributes: {} }
		];
	},
	async setSession({ id, userId, expiresAt, attributes }) {
		await ask(
			asSystem().rpc('session_create', {
				p_id_hash: hashOf(id),
				p_person: userId,
				p_device: attributes.device,
				p_expires_at: expiresAt.toISOString(),
				p_challenge: attributes.challenge
			})
		);
	},
	async updateSessionExpiration(id, expiresAt) {
		const p_id_hash = hashOf(id);
		await ask(asSystem().rpc('session_extend', { p_id_hash, p_expires_at: expiresAt.toISOString() }));
		forget([p_id_hash]);
	},
	async deleteSession(id) {
		const p_id_hash = hashOf(id);
		forget([p_id_hash]);
		await ask(asSystem().rpc('session_end', { p_id_hash }));
		forget([p_id_hash]); // a look that was under way may have remembered it again
	},
	async deleteUserSessions(userId) {
		forget(await ask(asSystem().rpc('session_end_of', { p_person: userId })));
	},
	getUserSessions: async () => [], // listed for people by `account_of`
	deleteExpiredSessions: async () => {} // done nightly by `purge_expired`
};

const lucia = new Lucia(adapter, { sessionExpiresIn: lifetime, sessionCookie: { name: cookieName } });

declare module 'lucia' {
	interface Register {
		Lucia: typeof lucia;
		DatabaseSessionAttributes: { device: string; challenge: string | undefined };
	}
}

async function touch(id: string, cookies: Cookies, isSecure: boolean) {
	await adapter.updateSessionExpiration(id, new Date(Date.now() + lifetime.milliseconds()));
	setCookie(cookies, id, isSecure);
}

const isDefault = (display: Display) => serialiseDisplay(display) === serialiseDisplay(defaultDisplay);

/** Out of reach of scripts, not sent along from other sites, over https only where there is https. */
function setCookie(cookies: Cookies, value: string, isSecure: boolean) {
	cookies.set(cookieName, value, {
		path: '/',
		httpOnly: true,
		sameSite: 'lax',
		secure: isSecure,
		maxAge: lifetime.seconds()
	});
}
