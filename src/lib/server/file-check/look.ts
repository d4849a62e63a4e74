import { fileTypeFromBuffer } from 'file-type';
import { open, readFile } from 'node:fs/promises';
import { endingOf } from '../file-name.ts';
import { archiveType } from './archive.ts';
import { checkImage } from './image.ts';
import { endings, type MediaType } from './media-types.ts';
import { isTagged } from './pdf.ts';
import { isLocked } from './pdf-lock.ts';
import { FileRefusal, type Reason } from './refusal.ts';

/** `isTaggedPdf`: whether a PDF carries the structure screen readers need; null for all else and where it cannot be told. */
export type Checked = { mediaType: MediaType; isTaggedPdf: boolean | null };

/**
 * Looks into a file: what is it really, and is it harmless to whoever opens it? Neither its name nor the type the
 * browser tells counts, but the ending must fit, since it decides what opens the file later. Done in a thread.
 */
export async function look(file: { path: string; name: string }): Promise<Checked | { reason: Reason }> {
	try {
		return await checked(file);
	} catch (error) {
		if (error instanceof FileRefusal) return { reason: error.reason };
		throw error;
	}
}

async function checked({ path, name }: { path: string; name: string }): Promise<Checked> {
	const head = await headOf(path);
	if (!head.length) throw new FileRefusal('empty');
	const mediaType = await typeOf(head, path);
	const ending = endingOf(name);
	if (ending && !(endings[mediaType] as readonly string[]).includes(ending)) throw new FileRefusal('ending');
	if (mediaType.startsWith('image/')) checkImage(head);
	if (mediaType !== 'application/pdf') return { mediaType, isTaggedPdf: null };
	const pdf = await readFile(path);
	if (isLocked(pdf)) throw new FileRefusal('locked_pdf');
	return { mediaType, isTaggedPdf: await isTagged(pdf) };
}

async function typeOf(head: Buffer, path: string): Promise<MediaType> {
	if (head.subarray(0, 4).equals(zip)) return archiveType(path);
	const mime = (await fileTypeFromBuffer(head).catch(() => undefined))?.mime as string | undefined;
	if (mime === 'application/x-cfb') throw new FileRefusal('locked'); // Office before 2007, and all Office with a password
	if (/^image\/hei[cf]/.test(mime ?? '')) throw new FileRefusal('heic');
	if (!mime || !(mime in endings)) throw new FileRefusal('unknown');
	return mime as MediaType;
}

const zip = Buffer.from('PK\x03\x04', 'latin1');
/** The size of a JPEG stands behind what the camera wrote. */
const headLength = 512 * 1024;

async function headOf(path: string): Promise<Buffer> {
	const file = await open(path);
	try {
		const { buffer, bytesRead } = await file.read(Buffer.alloc(headLength), 0, headLength, 0);
		return buffer.subarray(0, bytesRead);
	} finally {
		await file.close();
	}
}
