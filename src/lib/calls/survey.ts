import { z } from 'zod';
import type { Term } from '#lib/needs/vocabulary.ts';

/** What an addressee says of a field of action: nothing to report, needs, or "not ours to know". All three are answers. */
export type Outcome = 'nil_return' | 'needs' | 'not_competent';
export const outcomes: Outcome[] = ['needs', 'nil_return', 'not_competent'];

/** A question of the form, frozen with the survey. */
export interface Question {
	key: string;
	label: string;
	labelEn: string;
	hint: string;
	hintEn: string;
}

export interface Returned {
	outcome: Outcome;
	answers: Record<string, string>;
	unknown: string[];
	at: string;
	isLate: boolean;
	channel: string;
	givenBy: string | null;
	receivedOn: string | null;
	releasedBy: string | null;
	enteredBy: string | null;
	enteredIn: string | null;
}

/** One field of action as its addressee sees it: what is filled in, and what was returned. */
export interface SurveyField extends Term {
	choice: Outcome | null;
	answers: Record<string, string>;
	/** Keys of the questions answered with "weiß nicht / nicht zuständig". */
	unknown: string[];
	/** 0: nothing is filled in yet. */
	revision: number;
	savedBy: string | null;
	savedAt: string | null;
	/** Filled in, and not released as it stands. */
	waits: boolean;
	returned: Returned | null;
	reports: { number: string; title: string; receivedAt: string }[];
	drafts: { id: string; title: string | null; writtenBy: string | null; handedInAt: string | null }[];
	/** What the organisation said in the survey before this one. */
	previous: { answers: Record<string, string>; title: string } | null;
}

/** What the pages of an addressee read, as `survey_reply()` gives it. Times are ISO. */
export interface SurveyReply {
	title: string;
	slug: string;
	coveringText: string;
	state: 'open' | 'closed' | 'published';
	opensAt: string;
	closesAt: string;
	purpose: string;
	legalBasis: string;
	readers: string;
	retention: string;
	now: string;
	today: string;
	finalDays: number;
	questions: Question[];
	formVersion: number;
	addresseeId: string;
	organisationId: string;
	organisationName: string;
	dueAt: string;
	answeredAt: string | null;
	outcome: 'submitted' | 'nil_return' | null;
	isLate: boolean;
	extension: 'asked' | 'granted' | 'refused' | null;
	askedExtension: {
		until: string;
		reason: string;
		outcome: 'granted' | 'refused' | null;
		dueAt: string | null;
		answer: string | null;
	} | null;
	/** Other organisations of the reader that are asked too. */
	others: { id: string; name: string }[];
	fields: SurveyField[];
	/** Sum of the revisions shown: exactly this is released. */
	seen: number;
	progress: { answered: number; asked: number };
	releasers: { name: string; title: string }[];
	chronicle: CallEvent[];
	/** It has begun and is not closed: answers are taken, late ones too. */
	isOpen: boolean;
	canWrite: boolean;
	canRelease: boolean;
}

export interface CallEvent {
	kind: string;
	at: string;
	personName: string | null;
	postTitle: string | null;
	detail: Record<string, unknown>;
}

/** How long one needs, said before one begins: two minutes for a nil return, three for the questions of a field. */
export const minutesFor = (open: number) => Math.max(5, Math.ceil((open * 2) / 5) * 5);

export const openFields = ({ fields }: Pick<SurveyReply, 'fields'>) =>
	fields.filter(({ returned, waits }) => !returned && !waits);

/** Where a page of the answer is. @param part e.g. `pruefen`, or the number of a field */
export const replyPath = ({ slug }: Pick<SurveyReply, 'slug'>, part?: string | number) =>
	`/abfragen/${slug}/antwort${part === undefined ? '' : `/${part}`}`;

/** More time: until when, and why. The day is checked against the present due date in SQL. */
export const extensionForm = z.object({
	asked_until: z.iso.date('surveys_error_until'),
	reason: z.string().trim().min(1, 'surveys_error_reason').max(2000, 'surveys_error_long')
});

/** Longest answer to one question, in characters. */
export const longestAnswer = 5000;
