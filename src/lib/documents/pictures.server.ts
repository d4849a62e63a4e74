import { ask, type Database } from '#lib/server/database.ts';
import { keepUpload, type Upload } from '#lib/server/uploads.ts';
import { randomUUID } from 'node:crypto';

/** What showing a picture needs to know. @returns null for whoever may not read the document */
export async function find(db: Database, id: string) {
	const found = db.from('document_files').select('media_type, size_bytes, sha256').eq('id', id);
	return (await ask(found))[0] ?? null;
}

/** Adds a picture to a document; the same one is kept once. @returns its id @throws Refusal NOTFD for who does not plan it */
export async function add(db: Database, documentId: string, upload: Upload): Promise<string> {
	await keepUpload(upload);
	return ask(
		db.rpc('add_document_file', {
			p_document: documentId,
			p_media_type: upload.mediaType,
			p_size_bytes: upload.size,
			p_sha256: upload.sha256,
			p_id: randomUUID()
		})
	);
}
