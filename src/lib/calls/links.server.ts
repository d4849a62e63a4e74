import type { z } from 'zod';
import { href } from '#lib/i18n/addresses.ts';
import { hashOf, newToken } from '#lib/people/secrets.ts';
import { backend } from '#lib/server/backend.ts';
import { ask, asSystem, document, type Database } from '#lib/server/database.ts';
import type { Json } from '#lib/server/database.types.ts';
import { guestPage } from './link-document.ts';
import type { GuestPage, linkForm } from './link.ts';

const opened = document('addressee_link_find', guestPage);

/**
 * Makes a link for one addressee and one duty. Sent again while nobody used it, the form makes the same link with the secret
 * that is shown last.
 * @returns its address: the secret in it is stored nowhere. @throws Refusal RULED when the call is not open
 */
export async function make(
	db: Database,
	addresseeId: string,
	{ form_id, duty, recipient, days }: z.infer<typeof linkForm>
): Promise<string> {
	const token = newToken();
	await ask(
		db.rpc('make_addressee_link', {
			p_id: form_id,
			p_addressee: addresseeId,
			p_duty: duty,
			p_recipient: recipient,
			p_days: Number(days),
			p_token_hash: hashOf(token)
		})
	);
	return `${backend().settings.publicAddress}${href('/guest/[token]', { token })}`;
}

/** Ends a link at once. @throws Refusal NOTFD */
export async function end(db: Database, id: string) {
	await ask(db.rpc('end_addressee_link', { p_id: id }));
}

/** What a link opens; null for none, an ended one and one that is over. */
export const find = (token: string): Promise<GuestPage | null> =>
	opened(asSystem(), { p_token_hash: hashOf(token) });

/** Does the one thing, once. @param formId drawn by the form @throws Refusal EXPIR when it is over, FINAL when it was done */
export async function use(token: string, formId: string, name: string, given: Record<string, unknown>) {
	await ask(
		asSystem().rpc('addressee_link_use', {
			p_token_hash: hashOf(token),
			p_form: formId,
			p_name: name,
			p_given: given as Json
		})
	);
}
