import { date, list, moment, weekday } from '#lib/i18n/format.ts';
import { inLocale } from '#lib/i18n/handle.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import { closing, type Recipient } from '#lib/people/closing.ts';
import { greeting } from '#lib/people/greeting.ts';
import { signInFor } from '#lib/server/guard.ts';
import type { Letter } from '#lib/server/mail/letter.ts';
import { kindOf, pageOf } from './kind.ts';

type Kind = App.NoticeKinds['calls'];

/** What is to be said to one addressee, or of one addressee to the planning. */
interface Notice {
	/** The planner's own words, or the reason given. */
	body: string | null;
	addresseeId: string;
	organisationName: string;
	dueAt: string;
	answeredAt: string | null;
	extension: { until: string; reason: string } | null;
}

/** A call and one of its notices, as `letters_of_calls()` gives them. */
export interface CallNews {
	authority: App.Authority;
	kind: string;
	title: string;
	slug: string;
	/** Who may read its result, once there is one. */
	audience: 'public' | 'asked' | null;
	coveringText: string;
	opensAt: string;
	responsible: {
		title: string;
		phone: string | null;
		name: Pick<App.Person, 'salutation' | 'familyName'> | null;
	} | null;
	fields: string[];
	notice: Notice;
}

/** One letter in the language of who gets it. @param address of our pages, without a slash at its end */
export function callLetter(kind: Kind, call: CallNews, to: Recipient, address: string): Letter {
	const { notice } = call;
	return inLocale(to.locale, () => {
		const inputs = inputsOf(call);
		const { subject, why, text, link } = texts[kind];
		return {
			locale: to.locale,
			subject: subject(inputs),
			greeting: greeting(to),
			paragraphs: [
				why(inputs),
				...text(inputs),
				...(notice.body ? [m.call_mail_words({ words: notice.body })] : [])
			],
			link: { label: link(), address: address + pathFor(kind, call) },
			closing: closing({ ...call.authority, help: helpOf(call) })
		};
	});
}

/** Where a letter leads. What only those asked may read is not there for guests: they sign in on the way. */
function pathFor(kind: Kind, call: CallNews): string {
	if (texts[kind].isPlanners)
		return pageOf(call, '/response/[addressee=uuid]', { addressee: call.notice.addresseeId });
	if (kind === 'call_result' && call.audience) {
		const page = pageOf(call, '/result');
		return call.audience === 'public' ? page : signInFor(page);
	}
	return kindOf(call)[kind === 'call_handed_in' ? 'releaseOf' : 'replyTo'](call.slug);
}

type Inputs = ReturnType<typeof inputsOf>;
type Text = (inputs: Inputs) => string;
type Texts = {
	subject: Text;
	why: Text;
	text: (inputs: Inputs) => string[];
	link: () => string;
	isPlanners?: boolean;
};

const inputsOf = ({ notice, ...call }: CallNews) => ({
	title: call.title,
	authority: call.authority.name,
	organisation: notice.organisationName,
	day: date(notice.dueAt),
	weekday: weekday(notice.dueAt),
	due: moment(notice.dueAt),
	opens: moment(call.opensAt),
	fields: list(call.fields),
	covering: call.coveringText,
	until: notice.extension ? moment(notice.extension.until) : '',
	reason: notice.extension?.reason ?? '',
	answered: notice.answeredAt ? moment(notice.answeredAt) : '',
	least: kindOf(call).least()
});

const why = m.call_mail_why;
const whyPlanning = m.call_mail_why_planning;
const toReply = m.call_mail_link_reply;
const toLedger = m.call_mail_link_ledger;
const reminder = (subject: Text, text: Text): Texts => ({
	subject,
	why,
	text: (inputs) => [text(inputs), inputs.least],
	link: toReply
});

const texts: Record<Kind, Texts> = {
	call_invitation: {
		subject: m.call_mail_invitation_subject,
		why,
		text: (inputs) => [inputs.covering, m.call_mail_invitation(inputs), inputs.least],
		link: toReply
	},
	call_prolongation: {
		subject: m.call_mail_prolongation_subject,
		why,
		text: (inputs) => [m.call_mail_prolongation(inputs)],
		link: toReply
	},
	call_reminder_week: reminder(m.call_mail_reminder_week_subject, m.call_mail_reminder_week),
	call_reminder_day: reminder(m.call_mail_reminder_day_subject, m.call_mail_reminder_day),
	call_reminder_late: reminder(m.call_mail_reminder_late_subject, m.call_mail_reminder_late),
	call_reminder: reminder(m.call_mail_reminder_subject, m.call_mail_reminder),
	call_handed_in: {
		subject: m.call_mail_handed_in_subject,
		why: m.call_mail_why_releasing,
		text: (inputs) => [m.call_mail_handed_in(inputs)],
		link: m.call_mail_link_release
	},
	call_receipt: {
		subject: m.call_mail_receipt_subject,
		why,
		text: (inputs) => [m.call_mail_receipt(inputs)],
		link: toReply
	},
	call_result: {
		subject: m.call_mail_result_subject,
		why,
		text: (inputs) => [m.call_mail_result(inputs)],
		link: m.call_mail_link_result
	},
	call_extension_granted: {
		subject: m.call_mail_granted_subject,
		why,
		text: (inputs) => [m.call_mail_granted(inputs)],
		link: toReply
	},
	call_extension_refused: {
		subject: m.call_mail_refused_subject,
		why,
		text: (inputs) => [m.call_mail_refused(inputs)],
		link: toReply
	},
	call_extension_asked: {
		subject: m.call_mail_asked_subject,
		why: whyPlanning,
		text: (inputs) => [m.call_mail_asked(inputs), m.call_mail_words({ words: inputs.reason })],
		link: toLedger,
		isPlanners: true
	},
	call_answered: {
		subject: m.call_mail_answered_subject,
		why: whyPlanning,
		text: (inputs) => [m.call_mail_answered(inputs)],
		link: toLedger,
		isPlanners: true
	}
};

/** Whom to ask: who holds the post responsible for the call, else the authority's own. */
function helpOf({ responsible, authority }: CallNews): App.Help | null {
	if (!responsible) return authority.help;
	const { name, title, phone } = responsible;
	const holder = name ? [name.salutation, name.familyName].filter(Boolean).join(' ') : '';
	return { name: holder, title, phone: phone ?? authority.phone, email: authority.email };
}
