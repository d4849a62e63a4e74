import { z } from 'zod';
import { ask, asSystem, document, type Database } from '#lib/server/database.ts';
import { group, preference, type Group, type Pace, type Preference } from './preference.ts';

const preferences = document('my_mail_preferences', z.array(preference));
const linkOf = document('unsubscribe_find', z.strictObject({ group, isOff: z.boolean() }).nullable());

/** What the person chose, for each group that concerns them. */
export async function list(db: Database): Promise<Preference[]> {
	return preferences(db);
}

export async function choose(db: Database, paces: Partial<Record<Group, Pace>>) {
	await ask(db.rpc('set_mail_preferences', { p_paces: paces }));
}

/** The group that the link of a mail ends, for whoever holds the mail; null for an invented link. */
export async function ofLink(token: string): Promise<{ group: Group; isOff: boolean } | null> {
	return linkOf(asSystem(), { p_token: token });
}

/** Ends that group. @returns false for an invented link */
export async function end(token: string): Promise<boolean> {
	return ask(asSystem().rpc('unsubscribe', { p_token: token }));
}
