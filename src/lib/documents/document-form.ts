import { z } from 'zod';
import { formId } from '#lib/ui/form-id.ts';

const kinds = ['draft', 'questions', 'theses'] as const;

export const newDocumentForm = z.object({
	form_id: formId,
	kind: z.enum(kinds, 'documents_error_kind'),
	title: z.string().trim().min(3, 'documents_error_title').max(200, 'documents_error_long'),
	slug: z
		.string()
		.trim()
		.toLowerCase()
		.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'documents_error_slug')
		.min(3, 'documents_error_slug')
		.max(60, 'documents_error_slug')
		.refine((slug) => slug !== 'neu' && slug !== 'bilder', 'documents_error_slug')
});

export const pasteForm = z.object({
	body: z.string().trim().min(1, 'documents_error_paste').max(500_000, 'documents_error_long')
});

const heading = z.string().trim().min(1, 'documents_error_heading').max(300, 'documents_error_long');
const level = z.coerce.number().int().min(1).max(9);

/** A section as it is written without scripts; the editor sends the same Markdown. */
export const sectionForm = z.object({
	form_id: formId,
	heading,
	body: z.string().max(100_000, 'documents_error_long'),
	revision: z.coerce.number().int().min(0)
});

/** A picture for a section that is being written: what was typed comes with it and goes back into the form. */
export const pictureForm = z
	.object({
		heading: z.string(),
		body: z.string().max(100_000, 'documents_error_long'),
		revision: z.string(),
		picture_alt: z.string().trim().max(1000, 'documents_error_long'),
		picture_decorative: z.array(z.literal('ja')),
		/** Behind how many blocks it comes; blank for the end. */
		picture_place: z.union([z.literal(''), z.coerce.number().int().min(0)])
	})
	.refine(({ picture_alt, picture_decorative }) => picture_alt || picture_decorative.length, {
		path: ['picture_alt'],
		error: 'documents_error_alt'
	});

export const newSectionForm = z.object({
	form_id: formId,
	after: z.union([z.uuid(), z.literal('')]),
	level,
	heading
});

export const moveForm = z.object({ after: z.union([z.uuid(), z.literal('')]), level });

export const splitForm = z.object({
	form_id: formId,
	revision: z.coerce.number().int(),
	/** Before which block of the text the second begins, counted from 1. */
	block: z.coerce.number().int('documents_error_block').min(1, 'documents_error_block'),
	heading
});

/** Key of the section that is put into this one. */
export const mergeForm = z.object({ other: z.string().min(1, 'documents_error_other') });

export const removalForm = z.object({ reason: z.string().trim().max(1000, 'documents_error_long') });

export const aboutForm = z.object({
	summary: z.string().trim().max(2000, 'documents_error_long'),
	concerns: z.array(z.string()).max(20)
});

export const twinForm = z.object({
	form_id: formId,
	body: z.string().trim().min(1, 'documents_error_twin').max(50_000, 'documents_error_long')
});

export const twinCheckForm = z.object({
	form_id: formId,
	twin: z.uuid(),
	checked_by: z.string().trim().min(2, 'documents_error_checked_by').max(160, 'documents_error_long'),
	checked_on: z.iso.date('documents_error_checked_on')
});

/** Which revision was seen beside the wording that is settled. */
export const settleForm = z.object({ revision: z.coerce.number().int() });

export const nextVersionForm = z.object({ note: z.string().trim().max(500, 'documents_error_long') });

export const freezeForm = z.object({
	revision: z.coerce.number().int(),
	note: z.string().trim().max(500, 'documents_error_long')
});
