import { readCsv } from './read-csv.ts';
import { readXlsx } from './read-xlsx.ts';
import { TableRefusal, type Table } from './table.ts';

type Given = { bytes: Uint8Array; wanted: readonly string[] };
type Refused = { messageKey: string; inputs: Record<string, string> };

/** The table that a file holds, or why it cannot be read; for a thread. */
export async function tableIn({ bytes, wanted }: Given): Promise<Table | Refused> {
	try {
		return await read(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), wanted);
	} catch (error) {
		if (!(error instanceof TableRefusal)) throw error;
		return { messageKey: error.messageKey, inputs: error.inputs };
	}
}

function read(bytes: Buffer, wanted: readonly string[]): Promise<Table> {
	const beginsWith = (...marks: number[]) => marks.every((mark, n) => bytes[n] === mark);
	if (beginsWith(0x50, 0x4b)) return readXlsx(bytes, wanted);
	if (beginsWith(0xd0, 0xcf, 0x11, 0xe0)) throw new TableRefusal('imports_error_old_excel');
	if (beginsWith(0x25, 0x50, 0x44, 0x46)) throw new TableRefusal('imports_error_unreadable');
	return readCsv(bytes, wanted);
}
