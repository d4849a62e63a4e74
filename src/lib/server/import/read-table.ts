import { Refusal } from '../refusal.ts';
import { inThread } from '../threads/threads.ts';
import { mostBytes, TableRefusal, type Table } from './table.ts';

const threaded = inThread<typeof import('./table-in.ts')>('src/lib/server/import/table-in.ts');

/**
 * Reads a file somebody sent, by what is in it, whatever it is called. Done in a thread.
 * @param wanted words that headings may have, by which a sheet is chosen
 * @throws TableRefusal with the sentence that says what to do
 */
export async function readTable(
	file: File,
	wanted: readonly string[] = []
): Promise<{ table: Table; bytes: Buffer }> {
	if (file.size === 0) throw new TableRefusal('imports_error_no_file');
	if (file.size > mostBytes) throw new TableRefusal('imports_error_too_large');
	const bytes = Buffer.from(await file.arrayBuffer());
	const read = await threaded('tableIn', { bytes, wanted }).catch(asRefusal);
	if ('messageKey' in read) throw new TableRefusal(read.messageKey, read.inputs);
	return { table: read, bytes };
}

function asRefusal(error: unknown) {
	if (!(error instanceof Refusal)) throw error;
	return { messageKey: error.messageKey, inputs: {} };
}
