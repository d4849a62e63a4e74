import { z } from 'zod';
import { getLocale } from '#lib/i18n/paraglide/runtime.js';

/** Of an e-mail address no more than tells it from what is pasted around one: whoever mistypes gets no mail, and types again. */
export const emailPattern = /^[^@\s<>(),:;]+@[^@\s<>(),:;]+\.[^@\s<>(),:;.]+$/;

/**
 * The one name of a mailbox, however its domain is written: "amt@Gemeinde-Süd.de" is "amt@xn--gemeinde-sd-2hb.de", as mail
 * servers know it. Upper and lower case before the @ stay; whoever compares does not mind them.
 */
export function mailbox(address: string): string {
	const at = address.lastIndexOf('@') + 1;
	const domain = address.slice(at);
	const host = isDomain.test(domain) ? URL.parse(`http://${domain}`)?.hostname : undefined;
	return address.slice(0, at) + (host ?? domain);
}

/** Of which `URL` changes nothing but the way it is written: neither a path nor a port nor an address in numbers. */
const isDomain = /^(?:[\p{L}\p{M}\p{N}](?:[\p{L}\p{M}\p{N}-]*[\p{L}\p{M}\p{N}])?\.)+\p{L}[\p{L}\p{M}]+$/u;

export const email = z
	.string()
	.trim()
	.min(1, 'people_error_email_missing')
	.max(254, 'people_error_email_invalid')
	.regex(emailPattern, 'people_error_email_invalid')
	.transform(mailbox);

const name = (missing: string) => z.string().trim().min(1, missing).max(80, 'people_error_name_long');

/** As documents have it. */
export const storedSalutation = z.enum(['Frau', 'Herr']).nullable();
export const salutation = z.enum(['', 'Frau', 'Herr']).transform((chosen) => chosen || null);
export const givenName = name('people_error_given_name_missing');
export const familyName = name('people_error_family_name_missing');

export const nameForm = z.object({ salutation, givenName, familyName });

/** "Frau Kern", or "Sabine Kern" for who goes by no salutation. */
export const shortName = ({ salutation, givenName, familyName }: z.infer<typeof nameForm>) =>
	`${salutation ?? givenName} ${familyName}`;

/** "Frau Sabine Kern" */
export function fullName({ salutation, givenName, familyName }: z.infer<typeof nameForm>): string {
	return [salutation, givenName, familyName].filter(Boolean).join(' ');
}

/** "Herrn Voß", as a name reads after "von", "für" or "mit"; in messages such a name is called `whom`. */
export const declined = (name: string): string =>
	getLocale() === 'en' ? name : name.replace(/^Herr /, 'Herrn ');
