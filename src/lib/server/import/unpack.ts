import { buffer } from 'node:stream/consumers';
import { fromBufferPromise, type ZipFile } from 'yauzl';
import { ZipFile as Archive } from 'yazl';
import { TableRefusal } from './table.ts';

/** An office's list of 5,000 rows takes some 8 MB when unpacked. */
const mostUnpacked = 30 * 1024 * 1024;
const mostEntries = 2000;
/** Where the tables are; pictures, charts and what else lies beside them is not unpacked. */
const needed = /^xl\/([^/]+\.xml|_rels\/workbook\.xml\.rels|(work)?sheets\/[^/]+\.xml)$/i;

/**
 * The parts of an Excel file that make up its tables, as text. What its directory says of sizes is believed in its favour
 * by nobody: the bytes are counted while they are unpacked.
 * @throws TableRefusal
 */
export async function unpack(bytes: Buffer): Promise<Map<string, string>> {
	const parts = new Map<string, string>();
	let entries = 0;
	let room = mostUnpacked;
	try {
		const zip = await fromBufferPromise(bytes);
		for await (const entry of zip.eachEntry()) {
			if (++entries > mostEntries) throw new TableRefusal('imports_error_too_large_inside');
			if (!needed.test(entry.fileName)) continue;
			if (entry.uncompressedSize > room) throw new TableRefusal('imports_error_too_large_inside');
			const part = await read(zip, entry, room);
			room -= part.length;
			parts.set(entry.fileName, part.toString('utf8'));
		}
	} catch (error) {
		throw error instanceof TableRefusal ? error : new TableRefusal('imports_error_unreadable');
	}
	return parts;
}

async function read(zip: ZipFile, entry: Parameters<ZipFile['openReadStreamPromise']>[0], room: number) {
	const chunks: Buffer[] = [];
	let length = 0;
	for await (const chunk of await zip.openReadStreamPromise(entry)) {
		length += (chunk as Buffer).length;
		if (length > room) throw new TableRefusal('imports_error_too_large_inside');
		chunks.push(chunk as Buffer);
	}
	return Buffer.concat(chunks);
}

/** An archive of these parts, for the library that reads no other. */
export async function packAgain(parts: Map<string, string>): Promise<Buffer> {
	const archive = new Archive();
	for (const [path, text] of parts) archive.addBuffer(Buffer.from(text), path, { compress: false });
	archive.end();
	return buffer(archive.outputStream);
}
