import { ask, asSystem, document } from '#lib/server/database.ts';
import { forget } from '#lib/server/session-memory.ts';
import { departure, type Departure } from './departure.ts';

/* Deleting the own account. `session` is always that of the request, so that nobody deletes anybody else. */

const departureOf = document('account_leaving', departure);

export const find = ({ person }: App.Session): Promise<Departure> =>
	departureOf(asSystem(), { p_person: person.id });

/** Deletes the account, all at once. @throws Refusal RULED for the last administrator, or without a fresh proof */
export async function leave({ id, person }: App.Session) {
	forget(await ask(asSystem().rpc('account_delete', { p_person: person.id, p_session: id })));
}
