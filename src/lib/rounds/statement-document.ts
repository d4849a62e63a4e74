import { z } from 'zod';
import { callHead } from '#lib/calls/call.ts';
import { standing } from '#lib/calls/standing.ts';
import { instant } from '#lib/i18n/times.ts';
import { textSchema } from '#lib/text/text-schema.ts';
import { pointKind, sectionName, statement } from './call-kind-document.ts';
import { documentName, note, roomHead } from './room-document.ts';

/** Statements as the database gives them (`supabase/schemas/rounds/room-pages.sql` and `reading.sql`). */

const head = { call: callHead, canPlan: z.boolean(), document: documentName };

/** What only its room knows of a statement. */
const work = z.strictObject({
	canWrite: z.boolean(),
	/** How many notes the room has, and of how many it is not said where they went. */
	notes: z.int(),
	unplaced: z.int(),
	remarks: z.array(
		z.strictObject({
			id: z.string(),
			pointId: z.string().nullable(),
			body: z.string(),
			personName: z.string().nullable(),
			writtenBy: z.string().nullable(),
			at: instant
		})
	),
	steps: z.array(
		z.strictObject({
			step: z.enum(['frozen', 'unfrozen', 'decided', 'signed', 'submitted', 'discarded']),
			personName: z.string().nullable(),
			writtenBy: z.string().nullable(),
			postTitle: z.string().nullable(),
			at: instant
		})
	)
});
export type Work = z.infer<typeof work>;

export const roundStatement = z.strictObject({
	...head,
	statement,
	/** Both null for who only reads what was submitted. */
	room: roomHead.nullable(),
	work: work.nullable()
});
export type RoundStatement = z.infer<typeof roundStatement>;

/** Notes and where they went, those without a place first. */
export const roundPlacing = z.strictObject({ hasMore: z.boolean(), notes: z.array(note) });

const row = z.strictObject({
	id: z.string(),
	kind: z.enum(['joint', 'individual', 'no_objections']),
	organisationName: z.string(),
	personName: z.string().nullable(),
	points: z.int(),
	isLate: z.boolean(),
	isCorrected: z.boolean(),
	channel: z.string(),
	submittedAt: instant
});
export type SubmittedRow = z.infer<typeof row>;

const silent = z.strictObject({
	id: z.string(),
	organisationName: z.string(),
	standing,
	dueAt: instant,
	extension: z.enum(['asked', 'granted', 'refused']).nullable(),
	/** Nobody could be reached: the post is vacant, and no letter was posted. */
	isUnreached: z.boolean(),
	/** Its body does not meet in time. */
	lacksMeeting: z.boolean(),
	nextMeeting: instant.nullable()
});
export type Silent = z.infer<typeof silent>;

export const roundStatements = z.strictObject({
	...head,
	reading: z.enum(['own', 'after_closing', 'among']),
	/** How many there are that nothing stands in the place of. */
	count: z.int(),
	hasMore: z.boolean(),
	statements: z.array(row),
	silent: z.array(silent)
});
export type RoundStatements = z.infer<typeof roundStatements>;

const point = z.strictObject({
	id: z.string(),
	statementId: z.string(),
	statementKind: z.enum(['joint', 'individual', 'no_objections']),
	organisationName: z.string(),
	personName: z.string().nullable(),
	place: z.int(),
	section: sectionName.nullable(),
	kind: pointKind,
	body: z.string(),
	quote: z.string().nullable(),
	proposal: textSchema.nullable(),
	isLate: z.boolean(),
	channel: z.string(),
	submittedAt: instant
});
export type SubmittedPoint = z.infer<typeof point>;

export const roundPoints = z.strictObject({
	...head,
	/** The one whose points these are; null for all. */
	section: sectionName.nullable(),
	count: z.int(),
	hasMore: z.boolean(),
	sections: z.array(sectionName.extend({ points: z.int() })),
	points: z.array(point)
});
export type RoundPoints = z.infer<typeof roundPoints>;

export const roundSearch = z.strictObject({
	...head,
	count: z.int(),
	hasMore: z.boolean(),
	found: z.array(
		point.extend({
			passage: z.array(z.strictObject({ text: z.string(), isFound: z.boolean() })).nullable()
		})
	)
});
export type RoundSearch = z.infer<typeof roundSearch>;

export const roundExport = z.strictObject({
	call: callHead,
	document: documentName,
	points: z.array(point)
});
export type RoundExport = z.infer<typeof roundExport>;
