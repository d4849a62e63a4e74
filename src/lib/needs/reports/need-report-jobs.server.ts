import { href } from '#lib/i18n/addresses.ts';
import { today } from '#lib/i18n/berlin.ts';
import { number } from '#lib/i18n/format.ts';
import { inLocale } from '#lib/i18n/handle.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import { closing, type Recipient } from '#lib/people/closing.ts';
import { greeting } from '#lib/people/greeting.ts';
import { backend } from '#lib/server/backend.ts';
import { ask, asSystem } from '#lib/server/database.ts';
import { queueMail, queueMails } from '#lib/server/mail/mails.ts';
import { lettersOf, type Notification } from './need-report-letters.server.ts';

/** The job `notify`: the letters of one event. Once per event and address, however often the job runs. */
export async function notify({ event_id }: { event_id: number }) {
	const about = await ask<Notification | null>(asSystem().rpc('mail_notification', { p_event: event_id }));
	if (!about) return; // the report is gone, and its events with it
	await queueMails(
		lettersOf(about, backend().settings.publicAddress).map(({ kind, to, letter }) => ({
			recipient: to.email,
			letter,
			kind,
			occasion: `event:${event_id}`,
			authorityId: about.authority.id,
			personId: to.personId
		}))
	);
}

/** The daily job `remind_overdue`: tells planners how much is overdue, once a day. */
export async function remindOverdue() {
	for (const about of await ask<Overdue[]>(asSystem().rpc('mail_overdue')))
		for (const to of about.recipients)
			await queueMail(to.email, overdueLetter(to, about, backend().settings.publicAddress), {
				kind: 'overdue',
				occasion: `overdue:${about.authority.id}:${today()}`,
				authorityId: about.authority.id,
				personId: to.personId
			});
}

interface Overdue {
	authority: App.Authority;
	overdue: number;
	interimOverdue: number;
	recipients: Recipient[];
}

function overdueLetter(to: Recipient, { authority, overdue, interimOverdue }: Overdue, address: string) {
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
