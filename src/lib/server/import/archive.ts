import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl';
import { mostRows, TableRefusal } from './table.ts';

/** An office's list of 5,000 rows takes some 8 MB when unpacked. */
const mostUnpacked = 30 * 1024 * 1024;
const mostEntries = 200;

/**
 * Looks into an Excel file before it is read: everything is unpacked once, a piece at a time, and counted. Refused are zip
 * bombs, whatever sizes their list tells, and sheets with more rows than are taken in.
 * @throws TableRefusal
 */
export async function inspectArchive(bytes: Buffer): Promise<void> {
	try {
		const zip = await fromBufferPromise(bytes);
		let unpacked = 0;
		let entries = 0;
		for await (const entry of zip.eachEntry()) {
			if (++entries > mostEntries) throw new TableRefusal('imports_error_too_large_inside');
			if (entry.uncompressedSize > mostUnpacked) throw new TableRefusal('imports_error_too_large_inside');
			unpacked = await measure(zip, entry, unpacked);
		}
	} catch (error) {
		throw error instanceof TableRefusal ? error : new TableRefusal('imports_error_unreadable');
	}
}

async function measure(zip: ZipFile, entry: Entry, before: number): Promise<number> {
	const isSheet = /^xl\/worksheets\/[^/]+\.xml$/.test(entry.fileName);
	let unpacked = before;
	let rows = 0;
	let end = '';
	for await (const chunk of await zip.openReadStreamPromise(entry)) {
		unpacked += (chunk as Buffer).length;
		if (unpacked > mostUnpacked) throw new TableRefusal('imports_error_too_large_inside');
		if (!isSheet) continue;
		const text = end + (chunk as Buffer).toString('latin1');
		rows += text.split('<row').length - 1;
		end = text.slice(-3);
		if (rows > 2 * mostRows) throw new TableRefusal('imports_error_too_many_rows');
	}
	return unpacked;
}
