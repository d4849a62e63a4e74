import { inLocale } from '#lib/i18n/handle.ts';
import { backend } from '#lib/server/backend.ts';
import { later } from '#lib/server/later.ts';
import { queueMail } from '#lib/server/mail/mails.ts';
import { passwordLetter, signInLetter, type Addressee } from './letters.server.ts';

const validMinutes = 20;

/** Mails code and link, once the answer is on its way. */
export function sendSignIn(
	person: Addressee,
	secrets: { code: string; token: string },
	authority: App.Authority
) {
	const until = new Date(Date.now() + validMinutes * 60_000);
	const address = backend().settings.publicAddress;
	later(() => {
		const letter = () => signInLetter(person, { ...secrets, until }, { authority, address });
		return queueMail(person.email, inLocale(person.locale, letter), about('sign_in', person, authority));
	});
}

/** Tells somebody that the password was set, changed or removed. */
export function sendPasswordNotice(person: Addressee, authority: App.Authority) {
	const address = backend().settings.publicAddress;
	later(() => {
		const letter = () => passwordLetter(person, { authority, address });
		return queueMail(person.email, inLocale(person.locale, letter), about('password', person, authority));
	});
}

const about = (kind: App.DirectMailKind, person: Addressee, authority: App.Authority) => ({
	kind,
	authorityId: authority.id,
	personId: person.id
});
