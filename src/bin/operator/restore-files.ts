import { createWriteStream, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Archive } from './archive.ts';

/** Puts the stored files back; their paths were checked when the archive was opened. */
export async function restoreFiles({ manifest, read }: Archive, folder: string) {
	for (const { path } of manifest.files) {
		const target = join(folder, path);
		mkdirSync(dirname(target), { recursive: true, mode: 0o700 });
		await pipeline(await read(`files/${path}`), createWriteStream(target, { mode: 0o600, flags: 'wx' }));
	}
}
