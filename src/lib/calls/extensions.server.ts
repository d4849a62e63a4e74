import { ask, type Database } from '#lib/server/database.ts';

/** Asks for more time. @param until the last day, in Berlin */
export async function askFor(db: Database, addresseeId: string, until: string, reason: string) {
	await ask(db.rpc('ask_extension_until', { p_addressee: addresseeId, p_until: until, p_reason: reason }));
}

/** Grants more time. @param dueAt as ISO time */
export const grant = (db: Database, addresseeId: string, dueAt: string) =>
	ask(db.rpc('decide_extension', { p_addressee: addresseeId, p_outcome: 'granted', p_due_at: dueAt }));

export const refuse = (db: Database, addresseeId: string, reason: string) =>
	ask(db.rpc('decide_extension', { p_addressee: addresseeId, p_outcome: 'refused', p_reason: reason }));

/** Writes down that an addressee asked otherwise than online, and grants it. */
export const extend = (
	db: Database,
	addresseeId: string,
	{ dueAt, reason, channel }: { dueAt: string; reason: string; channel: string }
) =>
	ask(
		db.rpc('extend_addressee', {
			p_addressee: addresseeId,
			p_due_at: dueAt,
			p_reason: reason,
			p_channel: channel
		})
	);
