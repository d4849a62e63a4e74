import type pg from 'pg';
import { href } from '../../lib/i18n/addresses.ts';
import { legible } from '../../lib/i18n/legible.ts';
import { emailPattern, mailbox } from '../../lib/people/person.ts';
import { hashOf, newToken } from '../../lib/people/secrets.ts';
import { Failure, say, UsageFailure, type Given } from './command.ts';
import { place } from './place.ts';
import { audit } from './audit.ts';

/** The options that say who is invited; the same for every command that invites. */
export const guestOptions = {
	email: { type: 'string' },
	'given-name': { type: 'string' },
	'family-name': { type: 'string' },
	salutation: { type: 'string' }
} as const;

export const guestUsage = `  --email ADRESSE         Mailadresse der eingeladenen Person
  --given-name VORNAME    Vorname
  --family-name NAME      Nachname
  --salutation ANREDE     Frau oder Herr (darf fehlen)`;

export type Guest = { email: string; givenName: string; familyName: string; salutation: string | null };

/** @throws UsageFailure for what is missing, no address or no name */
export function readGuest(given: Given): Guest {
	const email = given.needed('email');
	if (!emailPattern.test(email)) throw new UsageFailure(`Das ist keine Mailadresse: ${email}`);
	const salutation = given.text('salutation') ?? null;
	if (salutation && !['Frau', 'Herr'].includes(salutation))
		throw new UsageFailure('Die Anrede ist Frau oder Herr, oder sie fehlt.');
	const [givenName, familyName] = [nameIn(given, 'given-name'), nameIn(given, 'family-name')];
	return { email: mailbox(email), givenName, familyName, salutation };
}

/** On one line, as it is read. */
function nameIn(given: Given, option: string): string {
	const name = legible(given.needed(option)).replace(/\s+/g, ' ').trim();
	if (!name) throw new UsageFailure(`Die Angabe --${option} fehlt.`);
	return name;
}

export type Vacancy = { postId: string; capacity: 'holder' | 'deputy'; endsOn?: string | null };

/** Invites to a post, as an administrator would on the page; only the link's hash is kept. @returns the link */
export async function inviteTo(client: pg.Client, { postId, capacity, endsOn }: Vacancy, guest: Guest) {
	const address = publicAddress();
	const token = newToken();
	await client.query(
		`update public.invitations set revoked_at = now()
		where post_id = $1 and lower(email) = lower($2) and accepted_at is null and revoked_at is null`,
		[postId, guest.email]
	);
	const { rows } = await client.query(
		`insert into public.invitations (post_id, capacity, ends_on, salutation, given_name, family_name, email, token_hash)
		values ($1, $2, $3, $4, $5, $6, $7, $8) returning authority_id`,
		[
			postId,
			capacity,
			endsOn ?? null,
			guest.salutation,
			guest.givenName,
			guest.familyName,
			guest.email,
			hashOf(token)
		]
	);
	await audit(client, 'operator_invitation', {}, rows[0].authority_id);
	return address + href('/invitation/[token]', { token });
}

export function tellLink(link: string) {
	say(`Der Link gilt einmal und 14 Tage lang. Bitte geben Sie ihn nur der eingeladenen Person:\n\n${link}`);
}

/** @throws Failure where nobody said how people reach the pages */
export function publicAddress(): string {
	const address = place().publicAddress;
	if (!address)
		throw new Failure(
			'Die Einstellung ORIGIN_URL fehlt: Ohne die Adresse der Seiten gibt es keinen Link, zum Beispiel https://beteiligung.example'
		);
	return address;
}
