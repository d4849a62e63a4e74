import { z } from 'zod';
import { href } from '#lib/i18n/addresses.ts';
import { time } from '#lib/i18n/format.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import { locales } from '#lib/i18n/paraglide/runtime.js';
import type { Letter } from '#lib/server/mail/letter.ts';
import { closing } from './closing.ts';
import { greeting } from './greeting.ts';
import { storedSalutation } from './person.ts';

/*
 * Letters to somebody about signing in. Written in the reader's language: call them inside `inLocale`.
 * `address` is where our pages are, from the settings: the request's own may be anybody's invention.
 */

export const addressee = z.strictObject({
	id: z.string(),
	email: z.string(),
	locale: z.enum(locales),
	salutation: storedSalutation,
	familyName: z.string()
});
export type Addressee = z.infer<typeof addressee>;
type Sender = { authority: App.Authority; address: string };

/** Code and link for one sign-in. @param until when both end */
export function signInLetter(
	{ locale, ...person }: Addressee,
	{ code, token, until }: { code: string; token: string; until: Date },
	{ authority, address }: Sender
): Letter {
	const given = `${code.slice(0, 3)} ${code.slice(3)}`;
	return {
		locale,
		subject: m.people_mail_sign_in_subject({ time: time(until) }),
		greeting: greeting(person),
		paragraphs: [
			m.people_mail_sign_in_why({ authority: authority.name }),
			`${m.people_mail_sign_in_code()}\n${given}`,
			m.people_mail_sign_in_or()
		],
		link: { label: m.people_link_enter(), address: `${address}${href('/sign-in/link/[token]', { token })}` },
		closing: [
			m.people_mail_sign_in_until({ time: time(until) }),
			m.people_mail_sign_in_not_you(),
			...closing(authority)
		]
	};
}

/** Says that the password was set, changed or removed: somebody else may have done it. */
export function passwordLetter({ locale, ...person }: Addressee, { authority, address }: Sender): Letter {
	return {
		locale,
		subject: m.people_mail_password_subject(),
		greeting: greeting(person),
		paragraphs: [m.people_mail_password_why({ authority: authority.name }), m.people_mail_password_not_you()],
		link: { label: m.people_mail_password_link(), address: `${address}${href('/account')}` },
		closing: closing(authority)
	};
}
