import { ask, asSystem, document, type Database } from '#lib/server/database.ts';
import { forget } from '#lib/server/session-memory.ts';
import { account, type Account } from './account.ts';
import { hash } from './password.server.ts';

/*
 * Sessions and passwords are secrets that only the server's own role reaches: `personId` is always that of the session.
 */

const accountOf = document('account_of', account);

export async function find(personId: string): Promise<Account> {
	return await accountOf(asSystem(), { p_person: personId });
}

/** Ends one session of the person; of another person's nothing happens. */
export async function endSession(personId: string, id: string) {
	forget(await ask(asSystem().rpc('session_end_of', { p_person: personId, p_public_id: id })));
}

/** Ends all sessions of the person but this one. @param withTokens what programs and calendars open with too */
export async function endOtherSessions({ id, person }: App.Session, withTokens: boolean) {
	const asked = { p_person: person.id, p_except: id, p_tokens: withTokens };
	forget(await ask(asSystem().rpc('end_everywhere', asked)));
}

/** @throws Refusal RULED without a fresh proof */
export async function setPassword({ id, person }: App.Session, password: string) {
	const asked = { p_person: person.id, p_session: id, p_hash: await hash(password) };
	await ask(asSystem().rpc('password_set', asked));
}

/** @throws Refusal RULED without a fresh proof */
export async function removePassword({ id, person }: App.Session) {
	await ask(asSystem().rpc('password_set', { p_person: person.id, p_session: id, p_hash: null }));
}

export async function changeName(
	db: Database,
	{ salutation, givenName, familyName }: Pick<App.Person, 'salutation' | 'givenName' | 'familyName'>
) {
	await ask(
		db.rpc('change_name', {
			p_salutation: salutation,
			p_given_name: givenName,
			p_family_name: familyName
		})
	);
}
