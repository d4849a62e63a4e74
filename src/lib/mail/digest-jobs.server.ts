import { z } from 'zod';
import { href } from '#lib/i18n/addresses.ts';
import { shortDate } from '#lib/i18n/format.ts';
import { inLocale } from '#lib/i18n/handle.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import { closing, recipient } from '#lib/people/closing.ts';
import { greeting } from '#lib/people/greeting.ts';
import { authority } from '#lib/server/authority.ts';
import { backend } from '#lib/server/backend.ts';
import { ask, asSystem, document } from '#lib/server/database.ts';
import { letter, type Letter } from '#lib/server/mail/letter.ts';

const digest = z.strictObject({
	...recipient.shape,
	authority,
	mails: z.array(
		z.strictObject({
			id: z.string(),
			letter
		})
	)
});
type Digest = z.infer<typeof digest>;
const digestsDue = document('mail_digests_due', z.array(digest));

/**
 * The job `send_digests`, every hour: who chose "once a day" gets one mail with all that waited for this morning. Each
 * person's letters are bundled in one go, so that a run that ends half-way loses none and sends none twice.
 */
export async function sendDigests() {
	for (const digest of await digestsDue(asSystem()))
		await ask(
			asSystem().rpc('mail_bundle', {
				p_person: digest.personId,
				p_authority: digest.authority.id,
				p_mails: digest.mails.map(({ id }) => id),
				p_letter: digestLetter(digest, backend().settings.publicAddress)
			})
		);
}

/** The list of what waited, each with its own link, in the reader's language. @param address of our pages */
function digestLetter({ authority, mails, ...to }: Digest, address: string): Letter {
	return inLocale(to.locale, () => ({
		locale: to.locale,
		subject: m.mail_digest_subject({ count: mails.length, date: shortDate(Date.now()) }),
		greeting: greeting(to),
		paragraphs: [m.mail_digest_why({ authority: authority.name })],
		entries: mails.map(({ letter: { subject, link } }) => ({ title: subject, ...(link && { link }) })),
		link: { label: m.mail_digest_link(), address: `${address}${href('/start')}` },
		closing: [
			m.mail_digest_change({ address: `${address}${href('/account/notifications')}` }),
			...closing(authority)
		]
	}));
}
