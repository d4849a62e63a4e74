import { z } from 'zod';
import { ask, document, type Database } from '#lib/server/database.ts';
import { undelivered, type Undelivered } from './delivery.ts';

const undeliveredOf = document('undelivered_mails', z.array(undelivered));

/**
 * Mails of the last 30 days that did not arrive or wait for more than an hour, newest first, 200 at most.
 * @throws Refusal NOTFD for everybody but the authority's planners and administrators
 */
export async function listUndelivered(db: Database, authorityId: string): Promise<Undelivered[]> {
	return undeliveredOf(db, { p_authority: authorityId });
}

/** Sends a mail once more, as one of its own; a second press changes nothing. */
export async function resend(db: Database, id: string) {
	await ask(db.rpc('resend_mail', { p_id: id }));
}
