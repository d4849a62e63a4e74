import { z } from 'zod';
import { inLocale } from '#lib/i18n/handle.ts';
import { backend } from '#lib/server/backend.ts';
import { asSystem, document } from '#lib/server/database.ts';
import { later } from '#lib/server/later.ts';
import { queueMail } from '#lib/server/mail/mails.ts';
import { forget } from '#lib/server/session-memory.ts';
import { confirmLetter, objectionLetter, takenLetter } from './account-letters.server.ts';
import { addressee } from './letters.server.ts';
import { hashOf, newToken } from './secrets.ts';

const beginning = document(
	'address_change_begin',
	z.strictObject({
		isTaken: z.boolean(),
		reader: addressee.pick({ locale: true, salutation: true, familyName: true })
	})
);
/** What a link did, and the sessions that ended with it. */
const done = z.strictObject({ isDone: z.boolean(), ended: z.array(z.string()) });
const finding = document(
	'address_change_find',
	z.strictObject({ oldEmail: z.string(), newEmail: z.string() }).nullable()
);
const confirming = document('address_change_confirm', done);
const objecting = document('address_change_object', done);

/**
 * Asks for another address: a link to the new one, a notice to the old one. Whether the new one is somebody's already is
 * written to that address only; the answer and its time say nothing.
 * @throws Refusal LIMIT, RULED without a fresh proof
 */
export async function begin({ id, person, authority }: App.Session, email: string, addressHash: string) {
	const [token, objection] = [newToken(), newToken()];
	const begun = await beginning(asSystem(), {
		p_person: person.id,
		p_session: id,
		p_email: email,
		p_address_hash: addressHash,
		p_token_hash: hashOf(token),
		p_objection_hash: hashOf(objection)
	});
	const from = { authority, address: backend().settings.publicAddress };
	const about = { kind: 'address_change', authorityId: authority.id } as const;
	later(() => {
		const { isTaken, reader } = begun;
		const letter = () => (isTaken ? takenLetter(reader, from) : confirmLetter(reader, token, from));
		// Not filed with the person who asked: what a stranger's letterbox gets is none of their data.
		return queueMail(email, inLocale(reader.locale, letter), about);
	});
	later(() => {
		const letter = inLocale(person.locale, () => objectionLetter(person, objection, from));
		return queueMail(person.email, letter, { ...about, personId: person.id });
	});
}

/** What the link in the mail to the new address would change; null when it is over. */
export const toConfirm = (token: string) =>
	finding(asSystem(), { p_token_hash: hashOf(token), p_objection_hash: '' });

/** What the link in the mail to the old address would undo; null when it is over. */
export const toObject = (token: string) =>
	finding(asSystem(), { p_token_hash: '', p_objection_hash: hashOf(token) });

/** The link in the mail to the new address. @param sessionId of this device, which stays signed in. @returns false when the link is over */
export async function confirm(token: string, sessionId: string | null): Promise<boolean> {
	const asked = { p_token_hash: hashOf(token), p_session: sessionId };
	return finish(await confirming(asSystem(), asked));
}

/** "Das war ich nicht", from the mail to the old address. @returns false when the link is over */
export async function object(token: string): Promise<boolean> {
	const asked = { p_objection_hash: hashOf(token) };
	return finish(await objecting(asSystem(), asked));
}

function finish({ isDone, ended }: z.infer<typeof done>): boolean {
	forget(ended);
	return isDone;
}
