import { z } from 'zod';
import { callHead } from '#lib/calls/call.ts';
import { standing } from '#lib/calls/standing.ts';
import { sectionPage } from '#lib/documents/document.ts';
import { instant } from '#lib/i18n/times.ts';
import { textSchema } from '#lib/text/text-schema.ts';
import { pointKind, sectionName } from './call-kind-document.ts';

/** Rooms and their notes as the database gives them (`supabase/schemas/rounds/room-pages.sql`). */

/** The text that a round is about. */
export const documentName = z.strictObject({
	slug: z.string(),
	title: z.string(),
	kind: z.enum(['draft', 'questions', 'theses']),
	language: z.string(),
	number: z.int()
});

/** A room, and what the person may do in it. */
export const roomHead = z.strictObject({
	addresseeId: z.string(),
	organisationId: z.string(),
	organisationName: z.string(),
	dueAt: instant,
	answeredAt: instant.nullable(),
	standing,
	extension: z.enum(['asked', 'granted', 'refused']).nullable(),
	isOpen: z.boolean(),
	now: instant,
	/** Other rooms of the same round that the person is in. */
	others: z.array(z.strictObject({ id: z.string(), name: z.string() })),
	/** It decides together; elsewhere the word of the head is the decision. */
	hasBody: z.boolean(),
	canWrite: z.boolean(),
	canSign: z.boolean(),
	canRelease: z.boolean(),
	canDissent: z.boolean()
});
export type RoomHead = z.infer<typeof roomHead>;

const said = z.strictObject({
	id: z.string(),
	kind: z.enum([...pointKind.options, 'answer']),
	body: z.string(),
	quote: z.string().nullable(),
	/** It was made on the plain-language text. */
	isOnTwin: z.boolean(),
	proposal: textSchema.nullable(),
	revision: z.int(),
	personName: z.string().nullable(),
	postTitle: z.string().nullable(),
	/** The assistant who typed it for the member. */
	writtenBy: z.string().nullable(),
	at: instant,
	changedAt: instant.nullable(),
	withdrawnAt: instant.nullable(),
	isOwn: z.boolean(),
	/** It stands in a wording that is decided upon or out. */
	isFrozen: z.boolean(),
	section: sectionName.nullable(),
	/** The text no longer has its section. */
	isGone: z.boolean(),
	/** Where it went in the statement at work. */
	placed: z
		.strictObject({
			pointId: z.string().nullable(),
			place: z.int().nullable(),
			reason: z.string().nullable()
		})
		.nullable()
});
export const note = said.extend({ answers: z.array(said) });
export type Said = z.infer<typeof said>;
export type Note = z.infer<typeof note>;

/** What somebody typed and has not noted. */
const noteDraft = z.strictObject({
	id: z.string(),
	section: sectionName.nullable(),
	form: z.record(z.string(), z.union([z.string(), z.array(z.string()), z.null()])),
	savedAt: instant
});
export type NoteDraft = z.infer<typeof noteDraft>;

const statementRow = z.strictObject({
	id: z.string(),
	kind: z.enum(['joint', 'individual', 'no_objections']),
	state: z.enum(['draft', 'frozen', 'decided', 'signed', 'submitted', 'discarded']),
	points: z.int(),
	/** Notes of which it does not say where they went. */
	unplaced: z.int(),
	voteId: z.string().nullable(),
	/** It stands in the place of another one, or another one in its place. */
	corrects: z.boolean(),
	isCorrected: z.boolean(),
	isLate: z.boolean().nullable(),
	submittedAt: instant.nullable(),
	personName: z.string().nullable(),
	isOwn: z.boolean()
});
export type StatementRow = z.infer<typeof statementRow>;

const head = { call: callHead, room: roomHead, document: documentName };

export const roundRoom = z.strictObject({
	...head,
	coveringText: z.string(),
	purpose: z.string(),
	legalBasis: z.string(),
	readers: z.string(),
	retention: z.string(),
	reading: z.enum(['own', 'after_closing', 'among']),
	readsOthers: z.boolean(),
	/** How many there are, and from how many people. */
	notes: z.int(),
	noters: z.int(),
	drafts: z.array(noteDraft),
	statements: z.array(statementRow),
	/** Notes about the whole, and at sections that the text no longer has. */
	whole: z.array(note),
	gone: z.array(note)
});
export type RoundRoom = z.infer<typeof roundRoom>;

const entry = z.strictObject({
	key: z.string(),
	level: z.int(),
	number: z.string().nullable(),
	heading: z.string(),
	seconds: z.int(),
	summary: z.string().nullable(),
	/** Keys of target groups. */
	concerns: z.array(z.string()),
	hasTwin: z.boolean(),
	notes: z.int(),
	/** The person noted something here. */
	isMine: z.boolean()
});
export type RoomEntry = z.infer<typeof entry>;
export const roundContents = z.strictObject({ ...head, sections: z.array(entry) });

const text = {
	section: z.strictObject({
		key: z.string(),
		level: z.int(),
		number: z.string().nullable(),
		heading: z.string(),
		body: textSchema,
		seconds: z.int(),
		summary: z.string().nullable(),
		concerns: z.array(z.string()),
		isGone: z.boolean()
	}),
	twin: sectionPage.shape.twin,
	before: sectionPage.shape.before,
	after: sectionPage.shape.after
};

export const roundSection = z.strictObject({
	...head,
	...text,
	drafts: z.array(noteDraft),
	statementId: z.string().nullable(),
	hasMore: z.boolean(),
	notes: z.array(note)
});
export type RoundSection = z.infer<typeof roundSection>;

export const roundNote = z.strictObject({
	...head,
	note,
	/** Null: it is about the whole. */
	text: z.strictObject(text).nullable()
});
export type RoundNote = z.infer<typeof roundNote>;
