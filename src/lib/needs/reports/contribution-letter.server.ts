import { href } from '#lib/i18n/addresses.ts';
import { date } from '#lib/i18n/format.ts';
import { inLocale } from '#lib/i18n/handle.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import { closing, type Recipient } from '#lib/people/closing.ts';
import { greeting } from '#lib/people/greeting.ts';
import type { Letter } from '#lib/server/mail/letter.ts';

interface Contributed {
	authority: App.Authority;
	number: string;
	title: string;
	organisationName: string;
	office: string;
	finalDueOn: string;
}

/** That an office handed its contribution back, in the language of who gets it. @param address of our pages */
export function contributionLetter(
	_kind: App.NoticeKinds['contributions'],
	{ authority, number, title, organisationName, office, finalDueOn }: Contributed,
	to: Recipient,
	address: string
): Letter {
	return inLocale(to.locale, () => ({
		locale: to.locale,
		subject: m.report_mail_contribution_subject({ title, number }),
		greeting: greeting(to),
		paragraphs: [
			m.report_mail_why_planning({ authority: authority.name }),
			m.report_mail_contribution({ organisation: organisationName, office, final: date(finalDueOn) })
		],
		link: { label: m.report_mail_link_report(), address: address + href('/needs/[number]', { number }) },
		closing: closing(authority)
	}));
}
