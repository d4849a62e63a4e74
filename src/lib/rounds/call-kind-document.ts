import { z } from 'zod';
import { calendarDay, instant } from '#lib/i18n/times.ts';
import { textSchema } from '#lib/text/text-schema.ts';

/** A section as a sentence names it. */
export const sectionName = z.strictObject({
	key: z.string(),
	number: z.string().nullable(),
	heading: z.string()
});
export type SectionName = z.infer<typeof sectionName>;

export const pointKind = z.enum(['suggestion', 'note', 'concern', 'objection', 'question', 'support']);
export type PointKind = z.infer<typeof pointKind>;

/** What was submitted, word for word, as `private.statement_document()` gives it. */
export const statement = z.strictObject({
	id: z.string(),
	kind: z.enum(['joint', 'individual', 'no_objections']),
	state: z.enum(['draft', 'frozen', 'decided', 'signed', 'submitted', 'discarded']),
	organisationName: z.string(),
	/** Of an individual statement. */
	personName: z.string().nullable(),
	intro: z.string(),
	introRevision: z.int(),
	/** Counts every change of the whole; once it is frozen `hash` says what its wording is. */
	revision: z.int(),
	hash: z.string().nullable(),
	points: z.array(
		z.strictObject({
			id: z.string(),
			place: z.int(),
			/** Null: about the whole. */
			section: sectionName.nullable(),
			kind: pointKind,
			body: z.string(),
			quote: z.string().nullable(),
			proposal: textSchema.nullable(),
			revision: z.int()
		})
	),
	dissents: z.array(
		z.strictObject({
			id: z.string(),
			body: z.string(),
			/** Null where the reader may not know it, or the person has left. */
			personName: z.string().nullable(),
			writtenBy: z.string().nullable(),
			at: instant,
			isOwn: z.boolean(),
			/** It was about a wording that was taken back; only the room reads it. */
			isOfOtherWording: z.boolean()
		})
	),
	decision: z.enum(['session', 'circular', 'board', 'chair', 'head']).nullable(),
	decidedOn: calendarDay.nullable(),
	voteId: z.string().nullable(),
	signedName: z.string().nullable(),
	signedPost: z.string().nullable(),
	signedAt: instant.nullable(),
	submittedAt: instant.nullable(),
	isLate: z.boolean().nullable(),
	/** The one in whose place it stands, and the one in its place. */
	correctsId: z.string().nullable(),
	correctedById: z.string().nullable(),
	channel: z.string().nullable(),
	givenBy: z.string().nullable(),
	receivedOn: calendarDay.nullable()
});
export type Statement = z.infer<typeof statement>;

/** What a round adds to the documents of all calls, as `supabase/schemas/rounds/kind.sql` says it. */
export const callKindDocument = {
	form: z.strictObject({
		document: z
			.strictObject({
				slug: z.string(),
				title: z.string(),
				kind: z.enum(['draft', 'questions', 'theses']),
				number: z.int(),
				isFrozen: z.boolean()
			})
			.nullable(),
		isPublic: z.boolean(),
		reading: z.enum(['own', 'after_closing', 'among'])
	}),
	/** The joint statement first, then those of single members. */
	answer: z.array(statement),
	said: z.strictObject({
		kind: z.enum(['joint', 'individual', 'no_objections']),
		personName: z.string().nullable(),
		points: z.int()
	}),
	obstacle: z.never(),
	own: z.strictObject({ legalBasis: z.string().nullable() }),
	asked: z.never(),
	result: z.tuple([])
};
