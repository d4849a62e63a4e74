import { href } from '#lib/i18n/addresses.ts';
import { ask, asSystem, document } from '#lib/server/database.ts';
import { forget } from '#lib/server/session-memory.ts';
import { departure, type Departure } from './departure.ts';
import * as signIns from './sign-ins.server.ts';

/* Deleting the own account. `session` is always that of the request, so that nobody deletes anybody else. */

const departureOf = document('account_leaving', departure);

export async function find({ id, person }: App.Session): Promise<Departure> {
	const asked = { p_person: person.id, p_session: id };
	return departureOf(asSystem(), asked);
}

/** Mails a fresh code, as for signing in. @returns the id of the attempt. @throws Refusal LIMIT */
export function sendCode({ person, authority }: App.Session, addressHash: string): Promise<string> {
	return signIns.begin(person.email, href('/account/discard'), { addressHash, authority });
}

/** Proves with the fresh code that it is still the same person. @throws Refusal LIMIT */
export async function prove(
	{ id, person }: App.Session,
	attempt: string,
	code: string,
	addressHash: string
): Promise<signIns.Outcome> {
	const tried = await signIns.byCode(attempt, code, addressHash);
	if (tried.outcome !== 'signed_in') return tried;
	if (tried.personId !== person.id) return { outcome: 'expired' };
	await ask(asSystem().rpc('session_prove', { p_person: person.id, p_session: id }));
	return tried;
}

/** Deletes the account, all at once. @throws Refusal RULED for the last administrator, or without a fresh proof */
export async function leave({ id, person }: App.Session) {
	forget(await ask(asSystem().rpc('account_delete', { p_person: person.id, p_session: id })));
}
