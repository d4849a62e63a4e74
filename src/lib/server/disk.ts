import { statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import { backend } from './backend.ts';

/** With less than this nobody's words can be relied on to be kept. */
const leastBytes = 100 * 1024 * 1024;

/** Whether the disk of our own database, or of the stored files, is as good as full. Of a database elsewhere its machine knows. */
export async function isDiskFull(): Promise<boolean> {
	const { storage, filesFolder } = backend().settings;
	const folders = storage.mode === 'embedded' ? [storage.dataFolder, filesFolder] : [filesFolder];
	return (await Promise.all(folders.map(freeBytes))).some((bytes) => bytes < leastBytes);
}

/** For a user without rights of its own. A folder that is made later lies where the one above it does. */
async function freeBytes(folder: string): Promise<number> {
	try {
		const { bavail, bsize } = await statfs(folder);
		return bavail * bsize;
	} catch (error) {
		const above = dirname(folder);
		if ((error as NodeJS.ErrnoException).code === 'ENOENT' && above !== folder) return freeBytes(above);
		return Infinity; // nobody knows
	}
}
