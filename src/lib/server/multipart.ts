import { Busboy, type BusboyHeaders } from '@fastify/busboy';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';

/** The connection broke off, or what came was no form. */
export class BrokenForm extends Error {}

/** One file of a form, as it comes in. `name` is what the sender says and nothing to rely on. */
export type Incoming = { field: string; name: string; bytes: Readable; isCutOff: () => boolean };

const limits = { fields: 40, fieldSize: 500_000, fieldNameSize: 100, files: 10, parts: 50, headerPairs: 30 };

/**
 * Reads a multipart form without holding its files in memory. Fields come as FormData, for `parse`.
 * @param take gets each file that was chosen, up to `most`, and must read it to its end
 * @param largest bytes of a file; the rest is read and thrown away, so that the browser hears our answer
 * @returns what `take` made of the files, in their order
 * @throws BrokenForm once all that was taken up has come to its end
 */
export async function readMultipart<T>(
	request: Request,
	{ largest, most = 1 }: { largest: number; most?: number },
	take: (file: Incoming) => Promise<T>
): Promise<{ fields: FormData; taken: T[] }> {
	const fields = new FormData();
	const taking: Promise<T>[] = [];
	const streams: Readable[] = [];
	try {
		const busboy = new Busboy({
			headers: { 'content-type': request.headers.get('content-type') } as BusboyHeaders,
			limits: { ...limits, fileSize: largest }
		});
		busboy.on('field', (name, value) => fields.append(name, value));
		busboy.on('file', (field, stream, name) => {
			if (!name || taking.length >= most) return stream.resume();
			streams.push(stream);
			const one = take({ field, name: asWritten(name), bytes: stream, isCutOff: () => stream.truncated });
			one.catch(() => stream.resume());
			taking.push(one);
		});
		await pipeline(Readable.fromWeb(request.body as ReadableStream), busboy);
	} catch {
		for (const stream of streams) stream.destroy(new BrokenForm('broken off'));
		await Promise.allSettled(taking);
		throw new BrokenForm('broken off');
	}
	await Promise.allSettled(taking);
	return { fields, taken: await Promise.all(taking) };
}

/** Browsers write three characters inside a name in another way (HTML Standard, multipart/form-data). */
const asWritten = (name: string) => name.replace(/%(22|0D|0A)/g, decodeURIComponent);

/** The text fields of any form; files are read past. */
export async function fieldsOf(request: Request): Promise<FormData> {
	if (!request.headers.get('content-type')?.startsWith('multipart/form-data')) return request.formData();
	const { fields } = await readMultipart(request, { largest: 1 }, async ({ bytes }) => void bytes.resume());
	return fields;
}
