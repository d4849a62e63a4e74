import { z } from 'zod';
import { calendarDay, instant } from '#lib/i18n/times.ts';
import { fields } from './draft.ts';

/** A needs survey that a report answers, for those who read the addressee's part of it. */
export const answeredSurvey = z.strictObject({
	title: z.string(),
	slug: z.string(),
	addresseeId: z.string()
});
/** A report that reads like the draft. */
export const similarReport = z.strictObject({
	number: z.string(),
	title: z.string(),
	organisation_name: z.string(),
	locality: z.string(),
	received_at: instant
});
/** A report being written, as `need_report_draft(p_id)` gives it: the organisation's own until it is released. */
export const draft = z.strictObject({
	id: z.string(),
	/** Grows with every change; a page says which one it was made from. */
	revision: z.int(),
	/** As typed, valid or not. */
	answers: z.partialRecord(z.enum(fields), z.union([z.string(), z.array(z.string())]).nullable()),
	savedAt: instant,
	handedInAt: instant.nullable(),
	returnedAt: instant.nullable(),
	returnReason: z.string().nullable(),
	/** Its release was taken back; the number stays with it. */
	takenBackAt: instant.nullable(),
	number: z.string().nullable(),
	writtenBy: z.string().nullable(),
	/** The member whom the writer assists. */
	writtenFor: z.string().nullable(),
	organisation: z.strictObject({
		id: z.string(),
		name: z.string()
	}),
	/** Entered by the planning on behalf of the organisation: the planning's own until it is submitted. */
	isTranscription: z.boolean(),
	channel: z.string(),
	/** The day it reached the planning; only of a transcription. */
	receivedOn: calendarDay.nullable(),
	givenBy: z.string().nullable(),
	/** The organisation's office may say for which member it writes. */
	canNameSource: z.boolean(),
	/** The needs survey it answers. */
	survey: answeredSurvey.nullable(),
	joins: z
		.strictObject({
			title: z.string(),
			organisationName: z.string()
		})
		.nullable(),
	/** Questions that must be answered before release and are not. */
	missing: z.array(z.enum(fields)),
	/** Where the organisation may report from; one only for the administration of a single municipality. */
	municipalities: z.array(
		z.strictObject({
			ags: z.string(),
			name: z.string()
		})
	),
	/** Who can release; empty while the post is vacant. */
	releasers: z.array(
		z.strictObject({
			name: z.string()
		})
	),
	/** Days until the final answer. */
	finalDays: z.int(),
	canWrite: z.boolean(),
	canRelease: z.boolean()
});
