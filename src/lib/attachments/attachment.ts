import { z } from 'zod';
import { number } from '#lib/i18n/format.ts';
import { m } from '#lib/i18n/paraglide/messages.js';

/** A file that goes with a draft or a report, by the names of its columns. */
export const attachment = z.strictObject({
	id: z.string(),
	file_name: z.string(),
	media_type: z.string(),
	size_bytes: z.int(),
	/** Of an image, always; it says what is to be seen. */
	alt_text: z.string().nullable(),
	/** Of everything else, if somebody wrote one. */
	description: z.string().nullable(),
	/** Null where it cannot be told, and for everything that is no PDF. */
	is_tagged_pdf: z.boolean().nullable(),
	/** Whoever may see the report may see the file. */
	is_shared: z.boolean()
});
export type Attachment = z.infer<typeof attachment>;

/** The same truth as in SQL. */
export const most = { count: 10, bytes: 10 * 1024 * 1024, bytesTogether: 30 * 1024 * 1024 };

/** For the window in which one chooses a file; what it is really is seen in its content. */
export const accepted = '.pdf,.png,.jpg,.jpeg,.webp,.docx,.xlsx,.odt';

/** Places for files in the form, by what stands behind the names of their fields. */
export const places = ['', '_2', '_3'] as const;

const text = z.string().trim().max(500, 'attachments_error_text_long');
/** The form beside the files. */
export const attaching = z.object({
	text,
	text_2: text,
	text_3: text,
	is_shared: z.array(z.string()),
	go: z.string()
});

/** "PDF, 1,2 MB" */
export const kindOf = ({ media_type, size_bytes }: Attachment) =>
	`${typeWord(media_type)}, ${sizeWord(size_bytes)}`;

/** Why nothing more can be added; null as long as it can. */
export function fullness(attachments: Attachment[]): string | null {
	const bytes = attachments.reduce((sum, { size_bytes }) => sum + size_bytes, 0);
	if (attachments.length >= most.count) return m.attachments_error_too_many();
	return bytes >= most.bytesTogether ? m.attachments_error_too_large_together() : null;
}

function typeWord(mediaType: string): string {
	if (mediaType === 'application/pdf') return 'PDF';
	if (mediaType.startsWith('image/')) return m.attachments_type_image();
	if (mediaType.includes('spreadsheet')) return m.attachments_type_xlsx();
	return mediaType.includes('opendocument') ? m.attachments_type_odt() : m.attachments_type_docx();
}

/** A megabyte as people know it from their own computer: 1024 × 1024 bytes. */
function sizeWord(bytes: number): string {
	const kilobytes = bytes / 1024;
	return kilobytes < 1000
		? `${number(Math.max(1, Math.round(kilobytes)))} KB`
		: `${number(Math.round(kilobytes / 102.4) / 10)} MB`;
}
