import { check, type Checked } from './file-check/check.ts';
import { endings } from './file-check/media-types.ts';
import { FileRefusal, type Reason } from './file-check/refusal.ts';
import { cleanName, named } from './file-name.ts';
import { files, type Received } from './files.ts';
import { readMultipart, type Incoming } from './multipart.ts';

export type { Reason } from './file-check/refusal.ts';

/** A file that was looked into and may be kept. `name` is clean. */
export type Upload = Received & Checked & { name: string };

/** What a form with one file sent: its fields, and the file or why it is not taken; neither when none was chosen. */
export type Sent = { fields: FormData; upload?: Upload; reason?: Reason };

/** Reads a form with one file; the bytes wait beside the store. @throws BrokenForm @param largest in bytes */
export async function receiveUpload(request: Request, largest: number): Promise<Sent> {
	let waiting: Upload | undefined;
	try {
		const { fields, taken } = await readMultipart(request, largest, async (file) => {
			const result = await take(file);
			waiting = result.upload;
			return result;
		});
		return { fields, ...taken };
	} catch (error) {
		if (waiting) await discardUpload(waiting);
		throw error;
	}
}

/** Keeps the bytes; the row that refers to them is written afterwards. Without one they go after a day. */
export const keepUpload = (upload: Upload) => files().keep(upload);

/** Throws the bytes away. */
export const discardUpload = (upload: Upload) => files().discard(upload);

async function take(file: Incoming): Promise<{ upload?: Upload; reason?: Reason }> {
	const received = await files().receive(file.bytes);
	const name = cleanName(file.name);
	try {
		if (file.isCutOff()) throw new FileRefusal('too_large');
		const checked = await check(received.path, name);
		return { upload: { ...received, ...checked, name: named(name, endings[checked.mediaType][0]) } };
	} catch (error) {
		await files().discard(received);
		if (error instanceof FileRefusal) return { reason: error.reason };
		throw error;
	}
}
