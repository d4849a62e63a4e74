import { z } from 'zod';
import { channelInWords, sourceInWords } from '#lib/channels/source.ts';
import { byWhom, type Entry } from '#lib/chronicle/entry.ts';
import { date, moment, number } from '#lib/i18n/format.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import { calendarDay, instant } from '#lib/i18n/times.ts';
import { term, type Term } from '#lib/vocabulary/vocabulary.ts';
import { declined } from '#lib/people/person.ts';
import { callHead, type Flat } from './call.ts';
import { kindOf } from './kind.ts';
import { answer, form, own, said } from './kind-document.ts';
import { addressee, type Addressee } from './ledger.ts';
import { addresseeLink } from './link-document.ts';
import { dutyInWords, type AddresseeLink } from './link.ts';
import { meetingCheck } from './preparation.ts';

/** What the ledger holds about one addressee. */
const facts = z.strictObject({
	returns: z.array(
		z.strictObject({
			at: instant,
			isLate: z.boolean(),
			channel: z.string(),
			givenBy: z.string().nullable(),
			receivedOn: calendarDay.nullable(),
			personName: z.string().nullable(),
			postTitle: z.string().nullable(),
			/** In the way of the kind of call. */
			said
		})
	),
	extensions: z.array(
		z.strictObject({
			at: instant,
			askedUntil: instant,
			reason: z.string(),
			channel: z.string(),
			personName: z.string().nullable(),
			postTitle: z.string().nullable(),
			decidedAt: instant.nullable(),
			decision: z.enum(['granted', 'refused']).nullable(),
			dueAt: instant.nullable(),
			decisionReason: z.string().nullable(),
			decidedBy: z.string().nullable(),
			decidedIn: z.string().nullable()
		})
	),
	notices: z.array(
		z.strictObject({
			at: instant,
			kind: z.string(),
			letters: z.int().nullable(),
			writtenAt: instant.nullable(),
			body: z.string().nullable(),
			personName: z.string().nullable(),
			postTitle: z.string().nullable()
		})
	),
	/** Each mail, to whom, and what became of it. */
	mails: z.array(
		z.strictObject({
			at: instant,
			name: z.string().nullable(),
			state: z.string(),
			reason: z.string().nullable()
		})
	),
	links: z.array(addresseeLink)
});
export type Facts = z.infer<typeof facts>;

/** What an addressee returned word for word, by field. */
const answers = z.record(z.string(), answer);

const step = z.strictObject({
	at: instant,
	step: z.enum(['opened', 'prolonged', 'closed', 'weighing', 'decided', 'published', 'corrected']),
	closesAt: instant.nullable(),
	body: z.string().nullable(),
	/** Of a publication: who may read the result. */
	audience: z.enum(['public', 'asked']).nullable(),
	/** As kept with the step: older ones say more. */
	meetings: z.array(z.looseObject(meetingCheck.shape)).nullable(),
	personName: z.string().nullable(),
	postTitle: z.string().nullable()
});
export type Step = z.infer<typeof step>;

/** As `call_addressee()` gives it. */
export const addresseePage = z.strictObject({
	...facts.shape,
	call: callHead,
	fields: z.array(term),
	addressee,
	steps: z.array(step),
	reach: z
		.strictObject({
			people: z.int(),
			posts: z.array(z.string())
		})
		.nullable(),
	/** What the kind of call adds. */
	own,
	form,
	answers
});
export type AddresseePage = z.infer<typeof addresseePage>;

/** As `call_record()` gives it. */
export const callRecord = z.strictObject({
	call: callHead,
	coveringText: z.string(),
	purpose: z.string(),
	legalBasis: z.string(),
	readers: z.string(),
	retention: z.string(),
	now: instant,
	post: z.string().nullable(),
	fields: z.array(term),
	coverage: z.strictObject({
		total: z.int(),
		asked: z.int(),
		covered: z.int()
	}),
	steps: z.array(step),
	form,
	addressees: z.array(z.strictObject({ ...addressee.shape, ...facts.shape, answers }))
});
export type CallRecord = Flat<z.infer<typeof callRecord>>;

/** What all of them returned, by addressee, as `call_answers()` gives it. */
export const callAnswers = z.strictObject({ form, answers: z.record(z.string(), answers) });
export type CallAnswers = z.infer<typeof callAnswers>;

type Return = Facts['returns'][number];

/** Each return is one entry: "Pflege und Mobilität: Fehlanzeige, Brief vom 12. März 2027, von Frau Thiele". */
function returnEntry(given: Return, fields: Term[], call: { kind: string }): Entry {
	const { at, isLate, channel, givenBy, receivedOn } = given;
	const by = byWhom(given.personName, given.postTitle);
	const isOnline = channel === 'online';
	const marks = [!isOnline && sourceInWords(channel, receivedOn ?? at, givenBy), isLate && m.calls_late()];
	return {
		at,
		what: [
			kindOf(call).returned(given.said as never, fields),
			...marks.filter((mark) => mark !== false)
		].join(', '),
		by: isOnline ? by : m.calls_entered_by({ whom: declined(by) })
	};
}

const noticeWords: Record<string, () => string> = {
	invitation: m.calls_notice_invitation,
	prolongation: m.calls_notice_prolongation,
	extension_granted: m.calls_notice_extension_granted,
	extension_refused: m.calls_notice_extension_refused,
	reminder_week: m.calls_notice_reminder_week,
	reminder_day: m.calls_notice_reminder_day,
	reminder_late: m.calls_notice_reminder_late,
	reminder: m.calls_notice_reminder,
	receipt: m.calls_notice_receipt,
	result: m.calls_notice_result,
	letter: m.calls_notice_letter
};

/** What was sent, and what became of it: how many mails, or that nobody could be reached. */
function noticeInWords({ kind, letters, writtenAt }: Facts['notices'][number]): string {
	const what = noticeWords[kind]?.() ?? kind;
	if (kind === 'letter') return what;
	if (!writtenAt) return m.calls_notice_waiting({ what });
	return letters ? m.calls_notice_sent({ what, count: letters }) : m.calls_notice_nobody({ what });
}

/** Everything about one addressee, oldest first. */
export function chronicleOf(
	page: Facts & { call: { kind: string }; addressee: Addressee; fields: Term[]; steps: Step[] }
): Entry[] {
	const { call, addressee, fields, returns, extensions, notices, mails, links, steps } = page;
	const toAddressee = notices.filter(({ kind }) => kind in noticeWords);
	const entries: (Entry | false)[] = [
		...steps
			.filter(({ step, at }) => step !== 'opened' && addressee.invitedAt && at >= addressee.invitedAt)
			.map(stepEntry),
		...toAddressee.map((notice) => ({
			at: notice.at,
			what: noticeInWords(notice),
			by: notice.kind === 'receipt' ? undefined : byWhom(notice.personName, notice.postTitle), // it goes out by itself
			text: notice.kind === 'reminder' ? notice.body : null
		})),
		...mails.map((mail) => ({ at: mail.at, what: mailInWords(mail), text: mail.reason })),
		...extensions.flatMap(extensionEntries),
		...links.flatMap((link) => linkEntries(link, call)),
		addressee.openedAt !== null && { at: addressee.openedAt, what: m.calls_event_opened() },
		addressee.begunAt !== null &&
			returns.length === 0 && { at: addressee.begunAt, what: m.calls_event_begun() },
		...returns.map((given) => returnEntry(given, fields, call)),
		addressee.answeredAt !== null && {
			at: addressee.answeredAt,
			what: addressee.isLate ? m.calls_event_answered_late() : m.calls_event_answered()
		}
	];
	return entries.filter((entry) => entry !== false).sort(byTime);
}

/** As moments: `01.001` comes after `01`, which letter by letter it does not always. Within one millisecond the digits decide. */
const byTime = (a: Entry, b: Entry) =>
	Date.parse(a.at) - Date.parse(b.at) || Number(a.at > b.at) - Number(a.at < b.at);

const mailWords: Record<string, (inputs: { name: string }) => string> = {
	sent: m.calls_mail_sent,
	returned: m.calls_mail_returned,
	bounced: m.calls_mail_undelivered,
	failed: m.calls_mail_undelivered,
	unsure: m.calls_mail_unsure
};
const mailInWords = ({ state, name }: Facts['mails'][number]) =>
	(mailWords[state] ?? m.calls_mail_waiting)({ name: name ?? '' });

function extensionEntries(extension: Facts['extensions'][number]): Entry[] {
	const asked = {
		at: extension.at,
		what: m.calls_event_extension_asked({
			date: moment(extension.askedUntil),
			channel: channelInWords(extension.channel)
		}),
		by: byWhom(extension.personName, extension.postTitle),
		text: extension.reason
	};
	if (!extension.decidedAt) return [asked];
	const by = byWhom(extension.decidedBy, extension.decidedIn);
	const what =
		extension.decision === 'granted'
			? m.calls_event_extension_granted({ date: moment(extension.dueAt!) })
			: m.calls_event_extension_refused();
	return [asked, { at: extension.decidedAt, what, by, text: extension.decisionReason }];
}

function linkEntries(link: AddresseeLink, call: { kind: string }): (Entry | false)[] {
	const { recipient, usedAt, usedBy, endedAt } = link;
	const duty = dutyInWords(call, link.duty);
	return [
		{
			at: link.at,
			what: m.guest_link_event_made({ recipient, duty, date: date(link.expiresAt) }),
			by: byWhom(link.personName, link.postTitle)
		},
		usedAt !== null && { at: usedAt, what: m.guest_link_event_used({ duty, name: usedBy ?? '' }) },
		endedAt !== null && { at: endedAt, what: m.guest_link_event_ended({ recipient }) }
	];
}

const stepWords = {
	opened: m.calls_step_opened,
	prolonged: m.calls_step_prolonged,
	closed: m.calls_step_closed,
	weighing: m.calls_step_weighing,
	decided: m.calls_step_decided,
	published: m.calls_step_published,
	corrected: m.calls_step_corrected
};
const publishedWords = { public: m.calls_step_published_public, asked: m.calls_step_published_asked };
const stepInWords = ({ step, closesAt, audience }: Step) =>
	(audience ? publishedWords[audience] : stepWords[step])({ date: closesAt ? moment(closesAt) : '' });

/** A step as an entry of the chronicle. */
export const stepEntry = (step: Step): Entry => ({
	at: step.at,
	what: stepInWords(step),
	by: byWhom(step.personName, step.postTitle),
	text: step.body
});

/** What came of an addressee, for the record: an answer with its day, or that there is none yet. */
export function resultOf({ standing, answeredAt, isLate, cells }: Addressee, now: string): string {
	if (standing === 'answered' || standing === 'nil_return') {
		const inputs = { date: moment(answeredAt!) };
		const word = standing === 'nil_return' ? m.calls_record_nil(inputs) : m.calls_record_answered(inputs);
		return isLate ? m.calls_cell_late({ word }) : m.calls_record_in_time({ word });
	}
	const count = Object.keys(cells).length;
	return count
		? m.calls_record_partly({ count, date: date(now) })
		: m.calls_record_silent({ date: date(now) });
}

/** The figures of a call, exact. */
export function figuresOf({ kind, addressees, coverage, opensAt, closesAt }: CallRecord) {
	const answered = addressees.filter(({ answeredAt }) => answeredAt !== null);
	const late = answered.filter(({ isLate }) => isLate).length;
	const nil = answered.filter(({ standing }) => standing === 'nil_return').length;
	const counted = addressees
		.flatMap(({ counts }) => Object.values(counts))
		.reduce((sum, count) => sum + count, 0);
	return [
		{
			term: m.calls_column_window(),
			value: m.calls_window({ from: moment(opensAt), until: moment(closesAt) })
		},
		{ term: m.calls_figure_asked(), value: number(addressees.length) },
		{ term: m.calls_figure_answered(), value: number(answered.length) },
		{ term: m.calls_figure_in_time(), value: number(answered.length - late) },
		{ term: m.calls_figure_late(), value: number(late) },
		{ term: m.calls_figure_nil(), value: number(nil) },
		{ term: m.calls_figure_silent(), value: number(addressees.length - answered.length) },
		{ term: kindOf({ kind }).counted(), value: number(counted) },
		{
			term: m.calls_figure_coverage(),
			value: m.calls_response({ answered: coverage.covered, addressees: coverage.total })
		}
	];
}
