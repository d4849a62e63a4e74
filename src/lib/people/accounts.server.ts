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

/** Ends all sessions of the person but this one. */
export async function endOtherSessions(personId: string, id: string) {
	forget(await ask(asSystem().rpc('session_end_of', { p_person: personId, p_except: id })));
}

export async function setPassword(personId: string, password: string) {
	await ask(asSystem().rpc('password_set', { p_person: personId, p_hash: await hash(password) }));
}

export async function removePassword(personId: string) {
	await ask(asSystem().rpc('password_set', { p_person: personId, p_hash: null }));
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
