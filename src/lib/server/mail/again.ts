import { date } from '#lib/i18n/format.ts';
import { inLocale } from '#lib/i18n/handle.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import type { Locale } from '#lib/i18n/paraglide/runtime.js';
import type { Letter, Link } from './letter.ts';

/** A mail to hand over now, as `mail_pass` gives it. */
export interface Claimed {
	id: string;
	recipient: string;
	subject: string;
	/** Null when its words are forgotten: then it repeats one that was sent and came back. */
	letter: Letter | null;
	link: Link | null;
	locale: Locale;
	authorityName: string | null;
	firstSentAt: string | null;
	/** Names person and group for the link that ends such mails; null for what cannot be ended. */
	unsubscribe: string | null;
}

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
