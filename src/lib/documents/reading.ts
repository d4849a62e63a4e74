import { z } from 'zod';
import { instant } from '#lib/i18n/times.ts';
import { textSchema } from '#lib/text/text-schema.ts';
import { documentHead, version } from './document.ts';

/** What was found in a file: the text as one piece, and all that a planner should know before it is taken over. */
export const found = z.strictObject({
	title: z.string().nullable(),
	text: textSchema,
	/** Paragraphs that look like headings and are none. */
	offers: z.array(z.strictObject({ block: z.int(), level: z.int(), words: z.string() })),
	/** What the text does not hold, and where it stood. */
	losses: z.array(
		z.strictObject({
			what: z.string(),
			headings: z.array(z.string()),
			words: z.string(),
			detail: z.string().nullable()
		})
	),
	comments: z.array(
		z.strictObject({
			author: z.string(),
			text: z.string(),
			quote: z.string(),
			headings: z.array(z.string())
		})
	),
	changes: z.array(z.strictObject({ kind: z.string(), author: z.string(), words: z.string() })),
	/** Keys of sections that the file was written with, by the block of their heading. */
	keys: z.array(z.strictObject({ block: z.int(), key: z.string() })),
	pictures: z.int()
});
export type Found = z.infer<typeof found>;

/** A file that is read into a version, as `document_reading()` gives it. */
export const documentReading = z.strictObject({
	id: z.string(),
	document: documentHead,
	version,
	fileName: z.string(),
	view: z.enum(['before', 'after']),
	state: z.enum(['reading', 'read', 'failed', 'taken', 'discarded']),
	done: z.int(),
	ofAll: z.int(),
	/** Key of the sentence that says why it cannot be read. */
	failure: z.string().nullable(),
	found: found.nullable(),
	/** The version holds sections already. */
	hasSections: z.boolean(),
	uploadedBy: z.string().nullable(),
	uploadedAt: instant
});
export type DocumentReading = z.infer<typeof documentReading>;

export const takeForm = z.object({
	/** Blocks whose offer to be a heading is taken. */
	headings: z.array(z.coerce.number().int()).default([])
});
export const againForm = z.object({ view: z.enum(['before', 'after']) });
