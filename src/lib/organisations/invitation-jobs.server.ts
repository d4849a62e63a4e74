import { ask, asSystem } from '#lib/server/database.ts';
import * as invitations from './invitations.server.ts';

type Waiting = { id: string; authority: App.Authority };

/**
 * The job `mail_invitations`: draws and mails the links of the invitations of an import, one after the other. A link whose
 * mail was not written is drawn anew when the job runs again.
 */
export async function mailInvitations({ import_id }: { import_id: string }) {
	const waiting = asSystem().rpc('import_invitations', { p_id: import_id });
	for (const { id, authority } of await ask<Waiting[]>(waiting)) await invitations.mail(id, authority);
}
