import { z } from 'zod';
import { date } from '#lib/i18n/format.ts';
import { inLocale } from '#lib/i18n/handle.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import { locales } from '#lib/i18n/paraglide/runtime.js';
import { instant } from '#lib/i18n/times.ts';
import { letter, link, type Letter } from './letter.ts';

/** A mail to hand over now, as `mail_pass` gives it. */
export const claimed = z.strictObject({
	id: z.string(),
	recipient: z.string(),
	subject: z.string(),
	/** Null when its words are forgotten: then it repeats one that was sent and came back. */
	letter: letter.nullable(),
	link: link.nullable(),
	locale: z.enum(locales),
	authorityName: z.string().nullable(),
	firstSentAt: instant.nullable(),
	/** Names person and group for the link that ends such mails; null for what cannot be ended. */
	unsubscribe: z.string().nullable()
});
export type Claimed = z.infer<typeof claimed>;

/** In place of a letter whose words are forgotten: says what it was about and leads there. */
export function again({ subject, link, locale, authorityName, firstSentAt }: Claimed): Letter {
	return inLocale(locale, () => ({
		locale,
		subject,
		greeting: m.people_mail_greeting(),
		paragraphs: [m.mail_again({ date: date(firstSentAt ?? Date.now()) }), subject],
		...(link && { link }),
		closing: authorityName ? [authorityName] : []
	}));
}
