import { z } from 'zod';
import { calendarDay, instant } from '#lib/i18n/times.ts';
import { term } from '#lib/vocabulary/vocabulary.ts';
import { answers, outcome, ownQuestion, surveyForm } from './survey-document.ts';

/** What an addressee once returned for a field, by whom and on which way. */
const version = z.strictObject({
	outcome,
	answers,
	/** Keys of the questions answered with "weiß nicht / nicht zuständig". */
	unknown: z.array(z.string()),
	at: instant,
	isLate: z.boolean(),
	channel: z.string(),
	givenBy: z.string().nullable(),
	receivedOn: calendarDay.nullable(),
	/** Who released or entered it, and in which post. */
	personName: z.string().nullable(),
	postTitle: z.string().nullable(),
	/** Who had said it by a link without sign-in. */
	guestName: z.string().nullable()
});
export type Version = z.infer<typeof version>;

/** What a survey adds to the documents of all calls, as `supabase/schemas/surveys/kind.sql` says it. */
export const callKindDocument = {
	form: surveyForm,
	answer: z.strictObject({
		/** The newest comes first and holds. */
		versions: z.tuple([version], version),
		reports: z.array(
			z.strictObject({
				number: z.string(),
				title: z.string()
			})
		)
	}),
	said: z.array(
		z.strictObject({
			field: z.string(),
			outcome,
			isCorrection: z.boolean()
		})
	),
	/** A report made in answer that has no answer itself, or a need told on paper of which there is no report yet. */
	obstacle: z.strictObject({
		/** Of the report. */
		number: z.string().nullable(),
		/** Who told the need without a report. */
		addressee: z.string().nullable(),
		field: z.string(),
		title: z.string(),
		organisationName: z.string()
	}),
	own: z.strictObject({
		reported: z.array(
			z.strictObject({
				number: z.string(),
				title: z.string(),
				field: z.string(),
				channel: z.string(),
				isTranscription: z.boolean(),
				isAnswered: z.boolean()
			})
		),
		/** Needs that came otherwise than online and are being entered. */
		transcriptions: z.array(
			z.strictObject({
				id: z.string(),
				title: z.string().nullable(),
				field: z.string()
			})
		)
	}),
	/** What a guest is asked: the fields of which nothing is returned yet. */
	asked: z.strictObject({ form: surveyForm, fields: z.array(term) }),
	/** What is published: of each field numbers, and reports as far as their own visibility goes; of own questions numbers. */
	result: z.strictObject({
		fields: z.array(
			z.strictObject({
				...term.shape,
				/** How many organisations said what. */
				outcomes: z.partialRecord(outcome, z.int()),
				reports: z.array(
					z.strictObject({
						number: z.string(),
						title: z.string(),
						decision: term.nullable()
					})
				),
				/** How many reports are not shown; null where that is not told. */
				others: z.int().nullable()
			})
		),
		questions: z.array(
			z.strictObject({
				...ownQuestion.pick({ key: true, label: true, kind: true }).shape,
				/** How many organisations chose what; null where that is not told. */
				counts: z.array(z.strictObject({ value: z.string(), count: z.int().nullable() })),
				/** The sum of numbers; null where that is not told. */
				total: z.number().nullable()
			})
		)
	})
};
