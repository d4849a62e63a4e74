import { ask, asSystem, type Database } from '#lib/server/database.ts';
import type { Group, Pace, Preference } from './preference.ts';

/** What the person chose, for each group that concerns them. */
export async function list(db: Database): Promise<Preference[]> {
	return ask<Preference[]>(db.rpc('my_mail_preferences'));
}

export async function choose(db: Database, paces: Partial<Record<Group, Pace>>) {
	await ask(db.rpc('set_mail_preferences', { p_paces: paces }));
}

/** The group that the link of a mail ends, for whoever holds the mail; null for an invented link. */
export async function ofLink(token: string): Promise<{ group: Group; isOff: boolean } | null> {
	return ask<{ group: Group; isOff: boolean } | null>(asSystem().rpc('unsubscribe_find', { p_token: token }));
}

/** Ends that group. @returns false for an invented link */
export async function end(token: string): Promise<boolean> {
	return ask<boolean>(asSystem().rpc('unsubscribe', { p_token: token }));
}
