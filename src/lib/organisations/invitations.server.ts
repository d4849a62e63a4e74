import { href } from '#lib/i18n/addresses.ts';
import { inLocale } from '#lib/i18n/handle.ts';
import { hashOf, newToken } from '#lib/people/secrets.ts';
import { ask, asSystem, document, type Database } from '#lib/server/database.ts';
import type { Letter } from '#lib/server/mail/letter.ts';
import { invitationLetter } from './invitation-letter.server.ts';
import { invitation, type Invitation, type InvitationForm } from './invitation.ts';

const invitationOf = document('invitation_find', invitation.nullable());

/** Invites somebody to a post for a term; the link goes by mail. An open invitation of the same person to it is replaced. */
export async function invite(db: Database, postId: string, form: InvitationForm) {
	await ask(
		db.rpc('invite', {
			p_post: postId,
			p_capacity: form.capacity,
			p_starts_on: form.startsOn,
			p_ends_on: form.endsOn,
			p_salutation: form.salutation,
			p_given_name: form.givenName,
			p_family_name: form.familyName,
			p_email: form.email
		})
	);
}

/**
 * Draws the link of an invitation and writes the letter with it: a link that was drawn before ends. Its secret is never shown
 * or stored: an administrator who knew it could accept in the other's name.
 */
export async function letterOf(
	_kind: App.NoticeKinds['invitations'],
	{ id, authority }: { id: string; authority: App.Authority },
	{ locale }: Pick<App.Person, 'locale'>,
	address: string
): Promise<Letter | null> {
	const token = newToken();
	await ask(asSystem().rpc('invitation_token', { p_id: id, p_token_hash: hashOf(token) }));
	const invitation = await find(token);
	const from = { locale, authority, address: `${address}${href('/invitation/[token]', { token })}` };
	return invitation && inLocale(locale, () => invitationLetter(invitation, from));
}

/** Takes an open invitation back. */
export async function revoke(db: Database, id: string) {
	await ask(db.rpc('revoke_invitation', { p_id: id }));
}

/** What a link invites to, open or over; null for a link that was never sent. */
export const find = (token: string): Promise<Invitation | null> =>
	invitationOf(asSystem(), { p_token_hash: hashOf(token) });

/** Turns an invitation into a holding, once. @returns the person's id. @throws Refusal EXPIR */
export async function accept(token: string): Promise<string> {
	return ask(asSystem().rpc('invitation_accept', { p_token_hash: hashOf(token) }));
}
