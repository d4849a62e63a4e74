import type { AnsweredSurvey } from '#lib/needs/drafts/draft.ts';
/** What the pages of one report read, as `need_report(p_number)` and `public_need_report(p_number)` give it. */
export interface NeedReport {
	number: string;
	shortId: string;
	organisationName: string;
	title: string;
	fieldOfAction: string;
	targetGroups: string[];
	municipalityName: string | null;
	locality: string;
	description: string;
	proposedSolution: string | null;
	affectedRange: AffectedRange;
	urgency: Urgency;
	visibility: Visibility;
	receivedAt: string;
	/** Calendar days, as 2026-12-01. */
	interimDueOn: string;
	finalDueOn: string;
	today: string;
	state: ReportState;
	assessedField: string;
	interimAt: string | null;
	finalAt: string | null;
	decision: string | null;
	gapVerdict: Verdict | null;
	gapAskedAt: string | null;
	gapAnsweredAt: string | null;
	/** Newest first; a later one corrects the one it names. */
	answers: Answer[];
	/** Entered by the planning on behalf of the organisation, from a letter or a call. */
	isTranscription?: boolean;
	/** The reader speaks for the organisation that reported. */
	isOwn: boolean;
	/** The reader is of the reporting organisation or of the planning: thread, contact and chronicle are there. */
	isSide: boolean;
	canPlan: boolean;
	/** A planner may enter what the organisation said by phone or letter; the gap while it is asked about. */
	canEnter?: boolean;
	canEnterGap?: boolean;
	canReply: boolean;
	canAdd: boolean;
	canAnswerGap: boolean;

	// what is told to people who are signed in
	organisationId?: string;
	noticedSource?: NoticedSource | null;
	noticedBody?: string | null;
	noticedOn?: string | null;
	noticedItem?: string | null;
	noticedSince?: string | null;
	evidence?: string | null;
	evidenceYear?: number | null;
	evidenceSource?: string | null;
	urgencyReason?: string | null;
	existingOffer?: string | null;
	ownContribution?: string | null;
	responsibleLevels?: Level[];
	costIdea?: string | null;
	channel?: string;
	responsibleLevel?: Level | null;

	// what is told to the two sides
	survey?: AnsweredSurvey | null;
	contact?: string | null;
	joins?: { number: string; title: string } | null;
	office?: string | null;
	officeDueOn?: string | null;
	messages?: Message[];
	gapAnswers?: { id: string; verdict: Verdict; sentence: string | null; at: string }[];
	together?: { number: string; title: string; organisationName: string }[];
	settlement?: string | null;
	chronicle?: ReportEvent[];

	// what is told to planners
	need?: { number: string; title: string; settledAt: string | null } | null;
	followUp?: { dueOn: string; note: string | null } | null;
}

export interface Answer {
	id: string;
	decision: string;
	reason: string;
	forwardedTo: string | null;
	correctsId: string | null;
	at: string;
}

export interface Message {
	id: string;
	kind: 'question' | 'reply' | 'addition' | 'interim_status';
	body: string;
	at: string;
}

/** One line of the chronicle, with name and post as they were then. */
export interface ReportEvent {
	id: number;
	kind: EventKind;
	at: string;
	personName: string | null;
	postTitle: string | null;
	detail: Record<string, unknown>;
	body: string | null;
	decision: string | null;
}

export type EventKind =
	| 'released'
	| 'entered'
	| 'assessed'
	| 'question'
	| 'reply'
	| 'addition'
	| 'interim_status'
	| 'handed_over'
	| 'answered'
	| 'answer_corrected'
	| 'gap_asked'
	| 'need_reopened'
	| 'gap_answered';

/** received → in_progress ⇄ clarification → answered → settled (the gap is asked about) → closed (the reporter has said). */
export type ReportState = 'received' | 'in_progress' | 'clarification' | 'answered' | 'settled' | 'closed';
export type Verdict = 'yes' | 'partly' | 'no';

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
export type Level = (typeof levels)[number];
