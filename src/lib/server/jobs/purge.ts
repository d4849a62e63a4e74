import { ask, asSystem } from '../database.ts';

/** The nightly job `purge`: forgets expired sessions, codes, kept forms and old mails. */
export async function purge() {
	await ask(asSystem().rpc('purge_expired'));
}
