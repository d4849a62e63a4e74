import { href } from '#lib/i18n/addresses.ts';
import { weekday } from '#lib/i18n/format.ts';
import { inLocale } from '#lib/i18n/handle.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import { closing, type Recipient } from '#lib/people/closing.ts';
import { greeting } from '#lib/people/greeting.ts';
import type { Letter } from '#lib/server/mail/letter.ts';

interface Barrier {
	number: string;
	dueOn: string;
	authority: App.Authority;
}

/** Somebody told us about a barrier, and the law gives us a month. @param address of our pages */
export function barrierLetter(
	_kind: App.NoticeKinds['barriers'],
	{ number, dueOn, authority }: Barrier,
	to: Recipient,
	address: string
): Letter {
	return inLocale(to.locale, () => ({
		locale: to.locale,
		subject: m.barriers_mail_subject({ number, date: weekday(dueOn) }),
		greeting: greeting(to),
		paragraphs: [
			m.barriers_mail_why({ authority: authority.name }),
			m.barriers_mail_text({ date: weekday(dueOn) })
		],
		link: {
			label: m.barriers_mail_link(),
			address: `${address}${href('/barriers/[number]', { number })}`
		},
		closing: closing(authority)
	}));
}
