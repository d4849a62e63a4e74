import { z } from 'zod';
import { m } from '#lib/i18n/paraglide/messages.js';
import { instant } from '#lib/i18n/times.ts';

/** What became of a mail, as the database says it. */
const deliveryState = z.enum(['queued', 'sending', 'sent', 'returned', 'bounced', 'failed', 'unsure']);
export type DeliveryState = z.infer<typeof deliveryState>;

/** A mail that did not arrive, or waits too long. It has no words of the letter. */
export const undelivered = z.strictObject({
	id: z.string(),
	/** The person, or the address of somebody who has no account yet. */
	name: z.string(),
	kind: z.custom<App.MailKind>(),
	state: deliveryState,
	/** The mail server's code (550, 5.1.1) or the connection's; null while nothing was tried. */
	reason: z.string().nullable(),
	queuedAt: instant,
	canResend: z.boolean()
});
export type Undelivered = z.infer<typeof undelivered>;

type Sign = 'done' | 'now' | 'open' | 'late';

/** Each state as a word with its sign. */
export const states: Record<DeliveryState, { sign: Sign; word: () => string }> = {
	queued: { sign: 'open', word: m.mail_state_queued },
	sending: { sign: 'now', word: m.mail_state_sending },
	sent: { sign: 'done', word: m.mail_state_sent },
	returned: { sign: 'late', word: m.mail_state_returned },
	bounced: { sign: 'late', word: m.mail_state_bounced },
	failed: { sign: 'late', word: m.mail_state_failed },
	unsure: { sign: 'late', word: m.mail_state_unsure }
};

/** Why a mail is where it is, in plain words. Codes by RFC 3463 and RFC 5321; what we do not know is quoted. */
export function reasonOf({ state, reason }: Pick<Undelivered, 'state' | 'reason'>): string {
	if (state === 'unsure') return m.mail_reason_unsure();
	if (!reason) return m.mail_reason_waiting();
	const [, sentence] = reasons.find(([code]) => code.test(reason)) ?? [];
	return sentence ? sentence() : m.mail_reason_code({ code: reason });
}

/** The first that fits; an enhanced code says more than the three digits before it. */
const reasons: [RegExp, () => string][] = [
	[/^returned$/, m.mail_reason_returned],
	[/^(53[045]|EAUTH)\b/, m.mail_reason_own_server],
	[/\b[45]\.2\.2\b/, m.mail_reason_full],
	[/\b5\.1\.\d|\b5\.2\.1\b/, m.mail_reason_unknown_address],
	[/\b[45]\.7\.\d+/, m.mail_reason_not_wanted],
	[/\b[45]\.4\.\d+/, m.mail_reason_no_way],
	[/^552\b/, m.mail_reason_full],
	[/^55[013]\b/, m.mail_reason_unknown_address],
	[/^(554|521)\b/, m.mail_reason_not_wanted],
	[/^(E[A-Z]+)$/, m.mail_reason_own_server],
	[/^4\d\d\b/, m.mail_reason_later]
];

/** What a mail was about, without a word of it. */
export const subjectOf = (kind: App.MailKind): string => kinds[kind]();

const kinds: Record<App.MailKind, () => string> = {
	receipt: m.mail_kind_receipt,
	vote_asked: m.mail_kind_vote_asked,
	vote_reminder: m.mail_kind_vote_reminder,
	vote_result: m.mail_kind_vote_result,
	draft_handed_in: m.mail_kind_draft_handed_in,
	draft_returned: m.mail_kind_draft_returned,
	question: m.mail_kind_question,
	gap_asked: m.mail_kind_gap_asked,
	interim_status: m.mail_kind_interim_status,
	answered: m.mail_kind_answered,
	answer_corrected: m.mail_kind_answer_corrected,
	news: m.mail_kind_news,
	reply: m.mail_kind_reply,
	addition: m.mail_kind_addition,
	gap_answered: m.mail_kind_gap_answered,
	handed_over: m.mail_kind_handed_over,
	contribution: m.mail_kind_contribution,
	barrier: m.mail_kind_barrier,
	overdue: m.mail_kind_overdue,
	invitation: m.mail_kind_invitation,
	call_invitation: m.mail_kind_call_invitation,
	call_reminder: m.mail_kind_call_reminder,
	call_extension: m.mail_kind_call_extension,
	call_receipt: m.mail_kind_call_receipt,
	call_news: m.mail_kind_call_news,
	digest: m.mail_kind_digest,
	sign_in: m.mail_kind_sign_in,
	password: m.mail_kind_password,
	second_factor: m.mail_kind_second_factor,
	address_change: m.mail_kind_address_change,
	assistance: m.mail_kind_assistance,
	dormant: m.mail_kind_dormant
};
