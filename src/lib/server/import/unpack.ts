import { buffer } from 'node:stream/consumers';
import { ZipFile as Archive } from 'yazl';
import { ArchiveError, openArchive } from '../unpacked.ts';
import { TableRefusal } from './table.ts';

/** An office's list of 5,000 rows takes some 8 MB when unpacked. */
const mostUnpacked = 30 * 1024 * 1024;
const mostEntries = 2000;
/** Where the tables are; pictures, charts and what else lies beside them is not unpacked. */
const needed = /^xl\/([^/]+\.xml|_rels\/workbook\.xml\.rels|(work)?sheets\/[^/]+\.xml)$/i;

/**
 * The parts of an Excel file that make up its tables, as text.
 * @throws TableRefusal
 */
export async function unpack(bytes: Buffer): Promise<Map<string, string>> {
	const parts = new Map<string, string>();
	try {
		const { names, read } = await openArchive(bytes, { entries: mostEntries, bytes: mostUnpacked });
		for (const name of names.filter((name) => needed.test(name)))
			parts.set(name, (await read(name))!.toString('utf8'));
	} catch (error) {
		const isTooLarge = error instanceof ArchiveError && error.fault === 'too_large';
		throw new TableRefusal(isTooLarge ? 'imports_error_too_large_inside' : 'imports_error_unreadable');
	}
	return parts;
}

/** An archive of these parts, for the library that reads no other. */
export async function packAgain(parts: Map<string, string>): Promise<Buffer> {
	const archive = new Archive();
	for (const [path, text] of parts) archive.addBuffer(Buffer.from(text), path, { compress: false });
	archive.end();
	return buffer(archive.outputStream);
}
