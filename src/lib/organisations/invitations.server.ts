import { href } from '#lib/i18n/addresses.ts';
import { inLocale } from '#lib/i18n/handle.ts';
import { hashOf, newToken } from '#lib/people/secrets.ts';
import { backend } from '#lib/server/backend.ts';
import { ask, asSystem, type Database } from '#lib/server/database.ts';
import { later } from '#lib/server/later.ts';
import { queueMail } from '#lib/server/mail/mails.ts';
import { invitationLetter } from './invitation-letter.server.ts';
import type { Invitation, InvitationForm } from './invitation.ts';

/**
 * Invites somebody to a post for a term and mails the link. An open invitation of the same person to it is replaced. The
 * link's secret is drawn here and never shown: an administrator who knew it could accept in the other's name.
 */
export async function invite(db: Database, authority: App.Authority, postId: string, form: InvitationForm) {
	const id = await ask(
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
	const token = await draw(id);
	later(() => send(token, authority));
}

/** Mails the link of an invitation from a job, once. */
export const mail = async (id: string, authority: App.Authority) =>
	send(await draw(id), authority, `invitation:${id}`);

async function draw(id: string): Promise<string> {
	const token = newToken();
	await ask(asSystem().rpc('invitation_token', { p_id: id, p_token_hash: hashOf(token) }));
	return token;
}

async function send(token: string, authority: App.Authority, occasion?: string) {
	const invitation = await find(token);
	if (!invitation?.isOpen) return;
	const address = `${backend().settings.publicAddress}${href('/invitation/[token]', { token })}`;
	const letter = inLocale('de', () => invitationLetter(invitation, address, authority)); // nobody knows yet how the guest reads
	await queueMail(invitation.email, letter, {
		kind: 'invitation',
		authorityId: authority.id,
		...(occasion && { occasion })
	});
}

/** Takes an open invitation back. */
export async function revoke(db: Database, id: string) {
	await ask(db.rpc('revoke_invitation', { p_id: id }));
}

/** What a link invites to, open or over; null for a link that was never sent. */
export async function find(token: string): Promise<Invitation | null> {
	const found = await ask(asSystem().rpc('invitation_find', { p_token_hash: hashOf(token) }));
	return found as unknown as Invitation | null;
}

/** Turns an invitation into a holding, once. @returns the person's id. @throws Refusal EXPIR */
export async function accept(token: string): Promise<string> {
	return ask(asSystem().rpc('invitation_accept', { p_token_hash: hashOf(token) }));
}
