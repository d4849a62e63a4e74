import { ask, asSystem } from '#lib/server/database.ts';
import type { Place } from '#lib/server/place.ts';
import * as accounts from './accounts.server.ts';
import type { Proof } from './proof.ts';
import * as secondFactors from './second-factors.server.ts';
import * as signIns from './sign-ins.server.ts';

/*
 * Whether it is still the same person: the second factor of whoever has one, else the password, or a code by mail.
 * `session` is always that of the request.
 */

export async function find({ person }: App.Session): Promise<Proof> {
	const [{ since }, { passwordChangedAt }] = await Promise.all([
		secondFactors.find(person.id),
		accounts.find(person.id)
	]);
	return { hasFactor: since !== null, hasPassword: passwordChangedAt !== null };
}

/** Mails a fresh code, as for signing in. @returns the id of the attempt. @throws Refusal LIMIT */
export const sendCode = ({ person, authority }: App.Session, path: string, from: Place): Promise<string> =>
	signIns.begin(person.email, path, { ...from, authority });

/** With the fresh code of the mail. @throws Refusal LIMIT */
export async function byCode(
	session: App.Session,
	attempt: string,
	code: string,
	from: Place
): Promise<signIns.Outcome> {
	const tried = await signIns.byCode(attempt, code, from);
	if (tried.outcome !== 'signed_in') return tried;
	const isOwn = tried.personId === session.person.id && (await note(session));
	return isOwn ? tried : { outcome: 'expired' };
}

/** @returns false for a wrong one. @throws Refusal LIMIT */
export async function byPassword(session: App.Session, password: string, from: Place): Promise<boolean> {
	const personId = await signIns.byPassword(session.person.email, password, from);
	return personId === session.person.id && (await note(session));
}

/** Six digits or a recovery code. @returns false for a wrong one. @throws Refusal LIMIT */
export async function byFactor(session: App.Session, code: string, { addressHash }: Place): Promise<boolean> {
	const proof = await secondFactors.proven(session.person.id, code, addressHash);
	return proof !== null && (await note(session, proof));
}

/** SQL refuses for whoever has a second factor and did not show it. */
const note = ({ id, person }: App.Session, factor: object = {}): Promise<boolean> =>
	ask(asSystem().rpc('session_prove', { p_person: person.id, p_session: id, ...factor }));
