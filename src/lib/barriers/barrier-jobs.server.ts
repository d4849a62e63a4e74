import { href } from '#lib/i18n/addresses.ts';
import { weekday } from '#lib/i18n/format.ts';
import { inLocale } from '#lib/i18n/handle.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import { closing, type Recipient } from '#lib/people/closing.ts';
import { greeting } from '#lib/people/greeting.ts';
import { backend } from '#lib/server/backend.ts';
import { ask, asSystem } from '#lib/server/database.ts';
import { queueMail } from '#lib/server/mail/mails.ts';

interface Barrier {
	number: string;
	dueOn: string;
	authority: App.Authority;
	recipients: Recipient[];
}

/** The job `notify_barrier`: somebody told us about a barrier, and the law gives us a month. Once per address. */
export async function notifyBarrier({ barrier_report_id }: { barrier_report_id: string }) {
	const about = await ask<Barrier | null>(asSystem().rpc('mail_barrier_report', { p_id: barrier_report_id }));
	if (!about) return;
	for (const to of about.recipients)
		await queueMail(to.email, letterOf(to, about), {
			kind: 'barrier',
			occasion: `barrier:${barrier_report_id}`,
			authorityId: about.authority.id,
			personId: to.personId
		});
}

function letterOf(to: Recipient, { number, dueOn, authority }: Barrier) {
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
			address: `${backend().settings.publicAddress}${href('/barriers/[number]', { number })}`
		},
		closing: closing(authority)
	}));
}
