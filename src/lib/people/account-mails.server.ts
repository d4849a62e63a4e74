import { inLocale } from '#lib/i18n/handle.ts';
import { backend } from '#lib/server/backend.ts';
import { later } from '#lib/server/later.ts';
import type { Letter } from '#lib/server/mail/letter.ts';
import { queueMail } from '#lib/server/mail/mails.ts';
import { factorLetter, factorResetLetter, type FactorChange } from './account-letters.server.ts';
import type { Addressee } from './letters.server.ts';

type Sender = { authority: App.Authority; address: string };

/** Tells somebody that the second factor was set up, replaced or taken away. */
export const sendFactorNotice = (person: Addressee, authority: App.Authority, change: FactorChange) =>
	sendLater(person, authority, 'second_factor', (reader, sender) => factorLetter(reader, change, sender));

/** Tells somebody that the administration took the second factor away. */
export const sendFactorReset = (person: Addressee, authority: App.Authority) =>
	sendLater(person, authority, 'second_factor', factorResetLetter);

function sendLater(
	person: Addressee,
	authority: App.Authority,
	kind: App.DirectMailKind,
	write: (reader: Addressee, sender: Sender) => Letter
) {
	const address = backend().settings.publicAddress;
	later(() => {
		const letter = inLocale(person.locale, () => write(person, { authority, address }));
		return queueMail(person.email, letter, { kind, authorityId: authority.id, personId: person.id });
	});
}
