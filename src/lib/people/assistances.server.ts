import type { z } from 'zod';
import { href } from '#lib/i18n/addresses.ts';
import { inLocale } from '#lib/i18n/handle.ts';
import { ask, asSystem, document, type Database } from '#lib/server/database.ts';
import type { Letter } from '#lib/server/mail/letter.ts';
import type { assistanceForm } from './assistance-form.ts';
import { assistanceLetter } from './assistance-letter.server.ts';
import { assistanceOffer, assistances, type AssistanceOffer, type Assistances } from './assistance.ts';
import { hashOf, newToken } from './secrets.ts';

const assistancesOf = document('my_assistances', assistances);
const offerOf = document('assistance_find', assistanceOffer.nullable());

/** Whom one named, and whom one assists. */
export const list = (db: Database): Promise<Assistances> => assistancesOf(db);

/**
 * Names an assistant for one of one's own posts; the link goes by mail.
 * @throws Refusal RULED for posts that cannot be assisted, or without a fresh proof, NOTFD for those of others
 */
export async function name(db: Database, session: App.Session, form: z.infer<typeof assistanceForm>) {
	await ask(
		db.rpc('name_assistant', {
			p_holding: form.holding,
			p_salutation: form.salutation,
			p_given_name: form.givenName,
			p_family_name: form.familyName,
			p_email: form.email,
			p_ends_on: form.endsOn,
			p_session: session.id
		})
	);
}

/** Draws the link of an offer and writes the letter with it. Its secret is never shown or stored. @param address of our pages */
export async function letterOf(
	_kind: App.NoticeKinds['assistances'],
	{ id, authority }: { id: string; authority: App.Authority },
	{ locale }: Pick<App.Person, 'locale'>,
	address: string
): Promise<Letter | null> {
	const token = newToken();
	await ask(asSystem().rpc('assistance_token', { p_id: id, p_token_hash: hashOf(token) }));
	const offer = await find(token);
	const from = { locale, authority, address: `${address}${href('/assistance/[token]', { token })}` };
	return offer && inLocale(locale, () => assistanceLetter(offer, from));
}

/** Ends an assistance, or takes its invitation back, at once. @throws Refusal NOTFD */
export const end = (db: Database, id: string) => ask(db.rpc('end_assistance', { p_id: id }));

/** What a link offers, open or over; null for a link that was never sent. */
export const find = (token: string): Promise<AssistanceOffer | null> =>
	offerOf(asSystem(), { p_token_hash: hashOf(token) });

/** Begins the assistance, once. @returns the assistant's id. @throws Refusal EXPIR */
export const accept = (token: string): Promise<string> =>
	ask(asSystem().rpc('assistance_accept', { p_token_hash: hashOf(token) }));
