import { createHash, randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { backend } from './backend.ts';

/** Bytes that have come in and are not yet kept: either `keep` or `discard` them. */
export type Received = { path: string; size: number; sha256: string };

/** The store of this installation. */
export const files = () => store(backend().settings.filesFolder);

/**
 * Bytes in a folder under their hash (`<2>/<hash>`), the same bytes once. No name from outside ever becomes a path. What
 * is there is whole: it was written beside its place, brought to the disk and then moved. Several processes may share it.
 */
export function store(folder: string) {
	const incoming = join(folder, 'incoming');
	return {
		/** Writes a stream beside the store. @throws what the stream throws; nothing is left then */
		async receive(bytes: Readable): Promise<Received> {
			await mkdir(incoming, { recursive: true, mode: 0o700 });
			const path = join(incoming, randomUUID());
			const hash = createHash('sha256');
			let size = 0;
			try {
				await pipeline(
					bytes,
					async function* (chunks: AsyncIterable<Buffer>) {
						for await (const chunk of chunks) {
							hash.update(chunk);
							size += chunk.length;
							yield chunk;
						}
					},
					createWriteStream(path, { flags: 'wx', mode: 0o600, flush: true })
				);
			} catch (error) {
				await rm(path, { force: true });
				throw error;
			}
			return { path, size, sha256: hash.digest('hex') };
		},

		/** Moves received bytes to their place. */
		async keep({ path, sha256 }: Received) {
			await mkdir(shelf(folder, sha256), { recursive: true, mode: 0o700 });
			await rename(path, place(folder, sha256));
			await toDisk(shelf(folder, sha256));
		},

		discard: ({ path }: Received) => rm(path, { force: true }),

		/** Where the bytes lie, for a thread that reads them itself. */
		pathOf: (sha256: string) => place(folder, sha256),

		/** The bytes as a stream. @throws Error when they are gone */
		async read(sha256: string): Promise<Readable> {
			return (await open(place(folder, sha256))).createReadStream();
		},

		/**
		 * Deletes what nobody refers to and what broke off, once it has lain for a day: a row may be on its way. What a sweep
		 * that broke off left aside comes back first.
		 * @param unused says which of these hashes no row refers to. @returns how many went
		 */
		async sweep(unused: (hashes: string[]) => Promise<string[]>): Promise<number> {
			for (const name of await names(incoming)) await removeOld(join(incoming, name));
			let count = 0;
			for (const name of (await names(folder)).filter((name) => /^[0-9a-f]{2}$/.test(name))) {
				await bringBack(join(folder, name));
				const hashes = (await names(join(folder, name))).filter((hash) => /^[0-9a-f]{64}$/.test(hash));
				for (const hash of hashes.length ? await unused(hashes) : [])
					if (await removeOld(place(folder, hash))) count++;
			}
			return count;
		}
	};
}

const dayLength = 24 * 60 * 60 * 1000;
const shelf = (folder: string, sha256: string) => join(folder, sha256.slice(0, 2));

function place(folder: string, sha256: string): string {
	if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Error('this is no hash');
	return join(shelf(folder, sha256), sha256);
}

/** Moved aside first: whoever brings the same bytes meanwhile gets their own copy, and a fresh one goes back. */
function removeOld(path: string): Promise<boolean> {
	const isOld = async (at: string) => Date.now() - (await stat(at)).mtimeMs > dayLength;
	const remove = async () => {
		if (!(await isOld(path))) return false;
		const aside = `${path}.leaving`;
		await rename(path, aside);
		if (await isOld(aside)) return rm(aside).then(() => true);
		await rename(aside, path);
		return false;
	};
	return unlessGone(remove(), false);
}

/**
 * What a broken sweep moved aside goes back, unless the same bytes came meanwhile. It counts as if it had come just now:
 * an old copy must not take the place of a fresh one whose row is on its way.
 */
async function bringBack(shelf: string) {
	const now = new Date();
	for (const name of (await names(shelf)).filter((name) => /^[0-9a-f]{64}\.leaving$/.test(name))) {
		const [aside, path] = [join(shelf, name), join(shelf, name.slice(0, 64))];
		const moved = async () => {
			await utimes(aside, now, now);
			await rename(aside, path);
		};
		await ((await isThere(path)) ? rm(aside, { force: true }) : unlessGone(moved(), undefined));
	}
}

const isThere = async (path: string) => Boolean(await unlessGone(stat(path), undefined));

const names = (folder: string): Promise<string[]> => unlessGone(readdir(folder), []);

/** Several processes share the store: what one has listed, another may have moved since. */
const unlessGone = <Result, Otherwise>(
	work: Promise<Result>,
	otherwise: Otherwise
): Promise<Result | Otherwise> =>
	work.catch((error: NodeJS.ErrnoException) => {
		if (error.code === 'ENOENT') return otherwise;
		throw error;
	});

/** A name is lasting only when its folder is on the disk; Windows knows no such thing. */
async function toDisk(folder: string) {
	if (process.platform === 'win32') return;
	const handle = await open(folder);
	await handle.sync().finally(() => handle.close());
}
