import { href } from '#lib/i18n/addresses.ts';
import { weekday } from '#lib/i18n/format.ts';
import { inLocale } from '#lib/i18n/handle.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import { closing, type Recipient } from '#lib/people/closing.ts';
import { greeting } from '#lib/people/greeting.ts';
import type { Letter } from '#lib/server/mail/letter.ts';

interface Barriers {
	reports: { number: string; dueOn: string }[];
	authority: App.Authority;
}

/** Somebody told us about a barrier, or several did, and the law gives us a month. @param address of our pages */
export function barrierLetter(
	_kind: App.NoticeKinds['barriers'],
	{ reports, authority }: Barriers,
	to: Recipient,
	address: string
): Letter {
	const linkTo = (number: string) => `${address}${href('/barriers/[number]', { number })}`;
	return inLocale(to.locale, () => {
		const [{ number, dueOn }] = reports as [Barriers['reports'][number]];
		const shared = { locale: to.locale, greeting: greeting(to), closing: closing(authority) };
		if (reports.length === 1)
			return {
				...shared,
				subject: m.barriers_mail_subject({ number, date: weekday(dueOn) }),
				paragraphs: [
					m.barriers_mail_why({ authority: authority.name }),
					m.barriers_mail_text({ date: weekday(dueOn) })
				],
				link: { label: m.barriers_mail_link(), address: linkTo(number) }
			};
		const shown = reports.slice(0, mostShown);
		const count = reports.length;
		return {
			...shared,
			subject: m.barriers_mail_subject_many({ count, date: weekday(dueOn) }),
			paragraphs: [
				m.barriers_mail_why({ authority: authority.name }),
				m.barriers_mail_text_many({ date: weekday(dueOn) }),
				...(count > mostShown ? [m.barriers_mail_shown({ count: mostShown })] : [])
			],
			entries: shown.map(({ number }) => ({
				title: number,
				link: { label: m.barriers_mail_link(), address: linkTo(number) }
			})),
			link: { label: m.barriers_mail_list(), address: `${address}${href('/barriers')}` }
		};
	});
}

const mostShown = 50;
