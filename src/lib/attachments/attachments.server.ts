import { z } from 'zod';
import { m } from '#lib/i18n/paraglide/messages.js';
import { ask, asSystem, document, type Database } from '#lib/server/database.ts';
import { files } from '#lib/server/files.ts';
import { keepUpload, type Reason, type Upload } from '#lib/server/uploads.ts';
import { attachment, type Attachment } from './attachment.ts';

const sharedOf = document('attachments_of_report', z.array(attachment));

const columns = 'id, file_name, media_type, size_bytes, alt_text, description, is_tagged_pdf, is_shared';

/** The files of a draft, in the order in which they came; none for everybody outside the organisation. */
export const ofDraft = (db: Database, draftId: string): Promise<Attachment[]> =>
	ask(db.from('attachments').select(columns).eq('draft_id', draftId).order('uploaded_at'));

/** Those files of a report that the reader may see. */
export const ofReport = (db: Database, number: string): Promise<Attachment[]> =>
	sharedOf(db, { p_number: number });

/** What a download needs to know. @returns null for whoever may not see the file */
export async function find(db: Database, id: string) {
	const found = db.from('attachments').select('file_name, media_type, size_bytes, sha256').eq('id', id);
	return (await ask(found))[0] ?? null;
}

/**
 * Puts a received file to a draft: first its bytes, then its row, so that no row is without bytes. The same file twice is once.
 * @param text what an image shows, or what else is in the file
 * @throws Refusal RULED when it is one too many, MISSG for an image without a text, NOTFD when the draft is gone
 */
export async function add(db: Database, draftId: string, upload: Upload, text: string, isShared: boolean) {
	await keepUpload(upload);
	await ask(
		db.rpc('attach', {
			p_draft: draftId,
			p_file_name: upload.name,
			p_media_type: upload.mediaType,
			p_size: upload.size,
			p_sha256: upload.sha256,
			p_is_tagged_pdf: upload.isTaggedPdf,
			p_text: text,
			p_is_shared: isShared
		})
	);
}

/**
 * Puts a received file beside the result of a call. @param text what an image shows, or what else is in the file
 * @throws Refusal RULED when it is one too many, or the call is open; MISSG for an image without a text
 */
export async function addToCall(
	db: Database,
	authorityId: string,
	slug: string,
	upload: Upload,
	text: string
) {
	await keepUpload(upload);
	await ask(
		db.rpc('attach_to_call', {
			p_authority: authorityId,
			p_slug: slug,
			p_file_name: upload.name,
			p_media_type: upload.mediaType,
			p_size: upload.size,
			p_sha256: upload.sha256,
			p_is_tagged_pdf: upload.isTaggedPdf,
			p_text: text
		})
	);
}

/** Takes a file from a draft again. @throws Refusal NOTFD for a submitted one */
export const remove = (db: Database, id: string) => ask(db.rpc('detach', { p_id: id }));

/** The nightly job `sweep_files`: bytes that no row refers to go. */
export async function sweep() {
	await files().sweep((hashes) => ask(asSystem().rpc('unattached', { p_hashes: hashes })));
}

/** Why a file is not taken, and what to do. */
export const sentenceFor = (reason: Reason): string => sentences[reason]();

const sentences: Record<Reason, () => string> = {
	empty: m.attachments_error_empty,
	too_large: m.attachments_error_too_large,
	unknown: m.attachments_error_unknown,
	ending: m.attachments_error_ending,
	macros: m.attachments_error_macros,
	locked: m.attachments_error_locked,
	nested: m.attachments_error_nested,
	bomb: m.attachments_error_bomb,
	huge_image: m.attachments_error_huge_image,
	unreadable: m.attachments_error_unreadable,
	locked_pdf: m.attachments_error_locked_pdf,
	heic: m.attachments_error_heic,
	heavy: m.errors_too_heavy,
	busy: m.errors_busy
};
