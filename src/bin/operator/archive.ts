import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { Transform, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { openPromise, type Entry, type ZipFile as OpenZip } from 'yauzl';
import { ZipFile } from 'yazl';
import { z } from 'zod';
import { Failure } from './command.ts';

const format = 1;
const sum = z.string().regex(/^[0-9a-f]{64}$/);
const name = z.string().regex(/^[a-z_]+\.[a-z0-9_]+$/);

/** What a backup says of itself. It is written last: an archive without it was broken off. */
const manifestForm = z.object({
	format: z.literal(format),
	madeAt: z.iso.datetime(),
	versions: z.array(z.string()),
	tables: z.array(
		z.object({
			name,
			columns: z.array(z.string().regex(/^("[^"]+"|[a-z_0-9]+)$/)),
			rows: z.int(),
			sha256: sum
		})
	),
	sequences: z.array(z.object({ name, last: z.string().regex(/^\d+$/), called: z.boolean() })),
	jobs: z.object({ rows: z.int(), sha256: sum }),
	files: z.array(
		z.object({
			path: z.string().regex(/^(?!.*(^|\/)\.\.?(\/|$))[^\\:\0/][^\\:\0]*$/),
			bytes: z.int(),
			sha256: sum
		})
	)
});
export type Manifest = z.infer<typeof manifestForm>;

export type Measure = { bytes: number; sha256: string };

/** Lets a stream through and says at its end how much it was. */
export function measuring(done: (measure: Measure) => void): Transform {
	const hash = createHash('sha256');
	let bytes = 0;
	return new Transform({
		transform(chunk: Buffer, _, next) {
			hash.update(chunk);
			bytes += chunk.length;
			next(null, chunk);
		},
		flush(next) {
			done({ bytes, sha256: hash.digest('hex') });
			next();
		}
	});
}

type Source = { path: string; open: () => Readable | Promise<Readable>; done?: (measure: Measure) => void };

/** Writes one entry after the other; each is opened when the one before it is finished. */
export async function write(file: string, sources: Source[]): Promise<void> {
	const zip = new ZipFile();
	const output = zip.outputStream as Readable;
	zip.on('error', (error) => output.destroy(error as Error));
	for (const { path, open, done } of sources)
		zip.addReadStreamLazy(path, { forceZip64Format: true, mode: 0o100600 }, (give) => {
			const measure = measuring((measured) => done?.(measured));
			Promise.resolve(open()).then(
				(source) => {
					give(null, measure);
					pipeline(source, measure).catch((error) => output.destroy(error));
				},
				(error) => output.destroy(error)
			);
		});
	zip.end();
	await pipeline(output, createWriteStream(file, { mode: 0o600, flags: 'wx', flush: true }));
}

export type Archive = {
	manifest: Manifest;
	/** @throws Failure when the archive has no such entry */
	read: (path: string) => Promise<Readable>;
	close: () => void;
};

export const serialise = (manifest: Omit<Manifest, 'format'>) =>
	JSON.stringify({ format, ...manifest }, null, '\t');

/** Opens a backup and reads what it says of itself. @throws Failure when it is none, or from a later program */
export async function open(file: string): Promise<Archive> {
	const zip = await openPromise(file, { autoClose: false }).catch((error: NodeJS.ErrnoException) => {
		throw new Failure(
			error.code === 'ENOENT'
				? `Die Datei ${file} gibt es nicht.`
				: `Die Datei ${file} ist keine vollständige Sicherung.`
		);
	});
	const entries = new Map<string, Entry>();
	for await (const entry of zip.eachEntry()) entries.set(entry.fileName, entry);
	const read = async (path: string) => {
		const entry = entries.get(path);
		if (!entry) throw new Failure(`In der Sicherung fehlt ${path}: Sie ist nicht vollständig.`);
		return zip.openReadStreamPromise(entry);
	};
	return { manifest: await readManifest(zip, entries, file), read, close: () => zip.close() };
}

async function readManifest(zip: OpenZip, entries: Map<string, Entry>, file: string): Promise<Manifest> {
	const entry = entries.get('manifest.json');
	if (!entry) throw new Failure(`Die Datei ${file} ist keine Sicherung von Augenhöhe.`);
	const chunks = await (await zip.openReadStreamPromise(entry)).toArray();
	const { success, data } = manifestForm.safeParse(JSON.parse(Buffer.concat(chunks).toString()));
	if (!success)
		throw new Failure(
			`Diese Sicherung kann dieses Programm nicht lesen: Bitte nehmen Sie die Fassung, die sie gemacht hat.`
		);
	return data;
}

/** Reads every entry once. @throws Failure for the first that is not as it was written */
export async function verify({ manifest, read }: Archive) {
	const wanted = [
		...manifest.tables.map(({ name, sha256 }) => ({ path: `tables/${name}.copy`, sha256 })),
		...manifest.files.map(({ path, sha256 }) => ({ path: `files/${path}`, sha256 })),
		{ path: 'jobs.json', sha256: manifest.jobs.sha256 }
	];
	for (const { path, sha256 } of wanted) {
		const found = await measure(await read(path)).catch(() => undefined);
		if (found?.sha256 !== sha256)
			throw new Failure(`Die Sicherung ist beschädigt: ${path} ist nicht, was gesichert wurde.`);
	}
}

export async function measure(source: Readable): Promise<Measure> {
	let result: Measure = { bytes: 0, sha256: '' };
	await pipeline(
		source,
		measuring((measured) => (result = measured)),
		async (chunks) => {
			for await (const _ of chunks);
		}
	);
	return result;
}
