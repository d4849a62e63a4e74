import { href } from '#lib/i18n/addresses.ts';
import { number } from '#lib/i18n/format.ts';
import { inLocale } from '#lib/i18n/handle.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import { closing, type Recipient } from '#lib/people/closing.ts';
import { greeting } from '#lib/people/greeting.ts';
import type { Letter } from '#lib/server/mail/letter.ts';

interface Overdue {
	authority: App.Authority;
	overdue: number;
	interimOverdue: number;
}

/** How much is overdue today, in the language of who gets it. @param address of our pages */
export function overdueLetter(
	_kind: App.NoticeKinds['overdue'],
	{ authority, overdue, interimOverdue }: Overdue,
	to: Recipient,
	address: string
): Letter {
	return inLocale(to.locale, () => {
		const answers = m.start_figure_answers({ count: number(overdue) });
		const interims = m.start_figure_interims({ count: number(interimOverdue) });
		return {
			locale: to.locale,
			subject: m.report_mail_overdue_subject({ answers, interims }),
			greeting: greeting(to),
			paragraphs: [
				m.report_mail_why_planning({ authority: authority.name }),
				m.report_mail_overdue({ answers, interims })
			],
			link: {
				label: m.report_mail_link_overdue(),
				address: `${address}${href('/needs')}?frist=ueberfaellig`
			},
			closing: closing(authority)
		};
	});
}
