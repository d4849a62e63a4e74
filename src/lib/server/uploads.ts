import { check, type Checked } from './file-check/check.ts';
import { endings } from './file-check/media-types.ts';
import { FileRefusal, type Reason } from './file-check/refusal.ts';
import { cleanName, named } from './file-name.ts';
import { files, type Received } from './files.ts';
import { readMultipart, type Incoming } from './multipart.ts';

export type { Reason } from './file-check/refusal.ts';

/** A file that was looked into and may be kept. `name` is clean. */
export type Upload = Received & Checked & { name: string };

/** A file of a form: looked into, or why it is not taken. `field` is the name of its input. */
export type SentFile = { field: string } & (
	{ upload: Upload; reason?: undefined } | { upload?: undefined; reason: Reason }
);

/** What a form with files sent: its fields, and the files that were chosen. */
export type Sent = { fields: FormData; files: SentFile[] };

/** Reads a form with files; the bytes wait beside the store. @throws BrokenForm @param limits for each, and how many */
export async function receiveUploads(
	request: Request,
	limits: { largest: number; most: number }
): Promise<Sent> {
	const waiting: Upload[] = [];
	try {
		const { fields, taken } = await readMultipart(request, limits, async (file) => {
			const sent = await take(file);
			if (sent.upload) waiting.push(sent.upload);
			return sent;
		});
		return { fields, files: taken };
	} catch (error) {
		await Promise.all(waiting.map(discardUpload));
		throw error;
	}
}

/** Keeps the bytes; the row that refers to them is written afterwards. Without one they go after a day. */
export const keepUpload = (upload: Upload) => files().keep(upload);

/** Throws the bytes away. */
export const discardUpload = (upload: Upload) => files().discard(upload);

async function take(file: Incoming): Promise<SentFile> {
	const { field } = file;
	const received = await files().receive(file.bytes);
	const name = cleanName(file.name);
	try {
		if (file.isCutOff()) throw new FileRefusal('too_large');
		const checked = await check(received.path, name);
		return { field, upload: { ...received, ...checked, name: named(name, endings[checked.mediaType][0]) } };
	} catch (error) {
		await files().discard(received);
		if (error instanceof FileRefusal) return { field, reason: error.reason };
		throw error;
	}
}
