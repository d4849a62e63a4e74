import { z } from 'zod';
import { calendarDay, instant } from '#lib/i18n/times.ts';
import { answeredSurvey } from '#lib/needs/drafts/draft-document.ts';

/** Numbers of persons only as ranges: small numbers stay hidden. */
export const affectedRanges = ['under_5', '5_to_20', '20_to_50', '50_to_100', 'over_100', 'unknown'] as const;
export type AffectedRange = (typeof affectedRanges)[number];

export const urgencies = ['acute', 'this_year', 'medium_term'] as const;
export type Urgency = (typeof urgencies)[number];

export const visibilities = ['district', 'participants', 'public'] as const;
export type Visibility = (typeof visibilities)[number];

export const noticedSources = [
	'council_debate',
	'advisory_council',
	'provider',
	'residents_meeting',
	'statistics',
	'other'
] as const;
export type NoticedSource = (typeof noticedSources)[number];

export const levels = ['municipality', 'district', 'provider', 'state', 'other', 'unknown'] as const;

/** received → in_progress ⇄ clarification → answered → settled (the gap is asked about) → closed (the reporter has said). */
export const reportState = z.enum([
	'received',
	'in_progress',
	'clarification',
	'answered',
	'settled',
	'closed'
]);
export type ReportState = z.infer<typeof reportState>;

export const verdict = z.enum(['yes', 'partly', 'no']);
export type Verdict = z.infer<typeof verdict>;

export const answer = z.strictObject({
	id: z.string(),
	decision: z.string(),
	reason: z.string(),
	forwardedTo: z.string().nullable(),
	correctsId: z.string().nullable(),
	at: instant
});
export type Answer = z.infer<typeof answer>;

export const message = z.strictObject({
	kind: z.enum(['question', 'reply', 'addition', 'interim_status']),
	body: z.string(),
	at: instant
});
export type Message = z.infer<typeof message>;

const eventKind = z.enum([
	'released',
	'entered',
	'assessed',
	'question',
	'reply',
	'addition',
	'interim_status',
	'handed_over',
	'answered',
	'answer_corrected',
	'gap_asked',
	'need_reopened',
	'need_renamed',
	'need_merged',
	'need_split',
	'taken_back',
	'gap_answered'
]);
export type EventKind = z.infer<typeof eventKind>;

/** One line of the chronicle, with name and post as they were then. */
const reportEvent = z.strictObject({
	kind: eventKind,
	at: instant,
	personName: z.string().nullable(),
	postTitle: z.string().nullable(),
	detail: z.record(z.string(), z.unknown()),
	body: z.string().nullable(),
	decision: z.string().nullable()
});
export type ReportEvent = z.infer<typeof reportEvent>;

/** What everybody may know of a public report, as `public_need_report(p_number)` gives it. */
export const publishedReport = z.strictObject({
	number: z.string(),
	shortId: z.string(),
	organisationName: z.string(),
	title: z.string(),
	fieldOfAction: z.string(),
	targetGroups: z.array(z.string()),
	municipalityName: z.string().nullable(),
	locality: z.string(),
	description: z.string(),
	proposedSolution: z.string().nullable(),
	/** Null: not known, or so few that it is told to nobody outside. */
	affectedRange: z.enum(affectedRanges).nullable(),
	urgency: z.enum(urgencies),
	visibility: z.enum(visibilities),
	receivedAt: instant,
	/** Calendar days, as 2026-12-01. */
	interimDueOn: calendarDay,
	finalDueOn: calendarDay,
	today: calendarDay,
	state: reportState,
	assessedField: z.string(),
	interimAt: instant.nullable(),
	finalAt: instant.nullable(),
	decision: z.string().nullable(),
	gapVerdict: verdict.nullable(),
	gapAskedAt: instant.nullable(),
	gapAnsweredAt: instant.nullable(),
	/** Newest first; a later one corrects the one it names. */
	answers: z.array(answer),
	/** The reader is the first of the other side to open what was just done: that is to be noted (`find`). */
	isUnread: z.boolean(),
	/** The reader speaks for the organisation that reported. */
	isOwn: z.boolean(),
	/** The reader is of the reporting organisation or of the planning: thread, contact and chronicle are there. */
	isSide: z.boolean(),
	canPlan: z.boolean(),
	canReply: z.boolean(),
	canAdd: z.boolean(),
	canAnswerGap: z.boolean(),
	channel: z.string(),
	/** Entered by the planning on behalf of the organisation, from a letter or a call. */
	isTranscription: z.boolean()
});

/** What is told to people who are signed in. */
const seenReport = publishedReport.extend({
	affectedRange: z.enum(affectedRanges),
	noticedSource: z.enum(noticedSources).nullable(),
	noticedBody: z.string().nullable(),
	noticedOn: calendarDay.nullable(),
	noticedItem: z.string().nullable(),
	noticedSince: z.string().nullable(),
	evidence: z.string().nullable(),
	evidenceYear: z.int().nullable(),
	evidenceSource: z.string().nullable(),
	urgencyReason: z.string().nullable(),
	existingOffer: z.string().nullable(),
	ownContribution: z.string().nullable(),
	responsibleLevels: z.array(z.enum(levels)),
	costIdea: z.string().nullable(),
	responsibleLevel: z.enum(levels).nullable(),
	/** The needs survey it answers, for those who read the addressee's part of it. */
	survey: answeredSurvey.nullable(),
	/** A planner may enter what the organisation said by phone or letter; the gap while it is asked about. */
	canEnter: z.boolean(),
	canEnterGap: z.boolean()
});

/** What the reader did last within the hour: until when it can be taken back, or why it cannot. */
const recentAct = z.strictObject({
	record: z.uuid(),
	kind: eventKind,
	at: instant,
	until: instant,
	why: z.enum(['late', 'read', 'followed', 'left', 'import']).nullable()
});
export type RecentAct = z.infer<typeof recentAct>;

/** What is told to the two sides. */
const sharedReport = seenReport.extend({
	takeBack: recentAct.nullable(),
	contact: z.string().nullable(),
	joins: z
		.strictObject({
			number: z.string(),
			title: z.string()
		})
		.nullable(),
	office: z.string().nullable(),
	officeDueOn: calendarDay.nullable(),
	messages: z.array(message),
	together: z.array(
		z.strictObject({
			number: z.string(),
			title: z.string(),
			organisationName: z.string()
		})
	),
	settlement: z.string().nullable(),
	chronicle: z.array(reportEvent)
});

/** A word of the authority among itself. `isEntered`: by somebody else for the office. */
const contribution = z.strictObject({
	kind: z.enum(['note', 'contribution']),
	body: z.string(),
	at: instant,
	personName: z.string().nullable(),
	postTitle: z.string().nullable(),
	office: z.string().nullable(),
	isEntered: z.boolean()
});
export type Contribution = z.infer<typeof contribution>;

/** What is told to planners. */
const plannedReport = sharedReport.extend({
	/** Plans for the authority itself, not for one of its offices. */
	canAnswer: z.boolean(),
	/** Since when a word of the organisation, or of an office, waits for a planner. */
	waits: z.strictObject({ repliedAt: instant.nullable(), contributedAt: instant.nullable() }),
	/** Newest first. */
	contributions: z.array(contribution),
	need: z
		.strictObject({
			number: z.string(),
			title: z.string()
		})
		.nullable(),
	followUp: z
		.strictObject({
			dueOn: calendarDay
		})
		.nullable()
});

/** What the pages of one report read, as `need_report(p_number)` gives it: as much as the reader may know. */
export const needReport = z.union([plannedReport, sharedReport, seenReport, publishedReport]);
export type NeedReport = z.infer<typeof publishedReport> &
	Partial<Omit<z.infer<typeof plannedReport>, keyof z.infer<typeof publishedReport>>>;

export type Level = (typeof levels)[number];
