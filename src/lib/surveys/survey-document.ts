import { z } from 'zod';
import { calendarDay, instant } from '#lib/i18n/times.ts';
import { standing } from '#lib/calls/standing.ts';
import { term } from '#lib/vocabulary/vocabulary.ts';

/**
 * What an addressee says of a field of action: nothing to report, needs, or "not ours to know". All three are answers. The
 * survey's own questions are answered.
 */
export const outcome = z.enum(['nil_return', 'needs', 'not_competent', 'answered']);

/** By the key of the question: words, or a list where several can be chosen. */
export const answers = z.record(z.string(), z.union([z.string(), z.array(z.string())]));

/** A question of the form, frozen with the survey. */
export const question = z.strictObject({
	key: z.string(),
	label: z.string(),
	labelEn: z.string(),
	hint: z.string(),
	hintEn: z.string()
});

/** A question that a survey asks besides the form, once; frozen with the survey too. */
export const ownQuestion = z.strictObject({
	/** The same in each survey that took it over. */
	key: z.string(),
	kind: z.enum(['short_text', 'long_text', 'number', 'one', 'several', 'yes_no']),
	label: z.string(),
	hint: z.string(),
	/** To choose from. */
	options: z.array(z.string()),
	isRequired: z.boolean(),
	/** The numbers of its answers stand in the result. */
	isPublished: z.boolean(),
	/** How often it was changed while the survey was prepared. */
	revision: z.int()
});

/** What a survey asks: of each field, and besides. */
export const surveyForm = z.strictObject({ questions: z.array(question), own: z.array(ownQuestion) });

export const returned = z.strictObject({
	outcome,
	answers,
	unknown: z.array(z.string()),
	at: instant,
	channel: z.string(),
	givenBy: z.string().nullable(),
	receivedOn: calendarDay.nullable(),
	releasedBy: z.string().nullable(),
	enteredBy: z.string().nullable(),
	enteredIn: z.string().nullable()
});

/** One field of action as its addressee sees it: what is filled in, and what was returned. */
export const surveyField = z.strictObject({
	...term.shape,
	choice: outcome.nullable(),
	answers,
	/** Keys of the questions answered with "weiß nicht / nicht zuständig". */
	unknown: z.array(z.string()),
	/** 0: nothing is filled in yet. */
	revision: z.int(),
	savedBy: z.string().nullable(),
	savedAt: instant.nullable(),
	/** Filled in, and not released as it stands. */
	waits: z.boolean(),
	/** Before the head as it stands; what somebody writes who releases is at once. */
	isHandedIn: z.boolean(),
	/** Nothing at all is said of it gets a nil return with the rest. */
	isUntouched: z.boolean(),
	returned: returned.nullable(),
	reports: z.array(
		z.strictObject({
			number: z.string(),
			title: z.string()
		})
	),
	drafts: z.array(
		z.strictObject({
			id: z.string(),
			title: z.string().nullable(),
			handedInAt: instant.nullable()
		})
	),
	/** What the organisation said in the survey before this one. */
	previous: z
		.strictObject({
			answers,
			title: z.string()
		})
		.nullable()
});

export const callEvent = z.strictObject({
	kind: z.string(),
	at: instant,
	personName: z.string().nullable(),
	postTitle: z.string().nullable(),
	detail: z.record(z.string(), z.unknown())
});

/** What the pages of an addressee read, as `survey_reply()` gives it. Times are ISO. */
export const surveyReply = z.strictObject({
	title: z.string(),
	slug: z.string(),
	coveringText: z.string(),
	state: z.enum(['open', 'closed', 'published']),
	hasResult: z.boolean(),
	opensAt: instant,
	closesAt: instant,
	purpose: z.string(),
	legalBasis: z.string(),
	readers: z.string(),
	retention: z.string(),
	now: instant,
	today: calendarDay,
	finalDays: z.int(),
	form: surveyForm,
	addresseeId: z.string(),
	organisationId: z.string(),
	organisationName: z.string(),
	dueAt: instant,
	answeredAt: instant.nullable(),
	isLate: z.boolean(),
	standing,
	extension: z.enum(['asked', 'granted', 'refused']).nullable(),
	askedExtension: z
		.strictObject({
			until: instant,
			reason: z.string(),
			outcome: z.enum(['granted', 'refused']).nullable(),
			dueAt: instant.nullable(),
			answer: z.string().nullable()
		})
		.nullable(),
	/** Other organisations of the reader that are asked too. */
	others: z.array(
		z.strictObject({
			id: z.string(),
			name: z.string()
		})
	),
	fields: z.array(surveyField),
	progress: z.strictObject({
		answered: z.int(),
		asked: z.int()
	}),
	/** What guests answered by links without sign-in. */
	guests: z.array(
		z.strictObject({
			at: instant,
			name: z.string(),
			/** By field. */
			given: z.record(
				z.string(),
				z.strictObject({
					outcome,
					answers,
					unknown: z.array(z.string())
				})
			)
		})
	),
	/** Since when what waits is before the head; null: nothing is. */
	handedInAt: instant.nullable(),
	releasers: z.array(
		z.strictObject({
			name: z.string()
		})
	),
	chronicle: z.array(callEvent),
	/** It has begun and is not closed: answers are taken, late ones too. */
	isOpen: z.boolean(),
	canWrite: z.boolean(),
	canRelease: z.boolean()
});
