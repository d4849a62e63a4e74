import { readFile, stat } from 'node:fs/promises';
import type { MessagePort } from 'node:worker_threads';
import { ArchiveError, openArchive } from '../unpacked.ts';
import { DocumentRefusal, type ReadDocument, type View } from './document.ts';
import { readDocx } from './read-docx.ts';
import { readOdt } from './read-odt.ts';

const mostBytes = 50 * 1024 * 1024;
/** Unpacked; a draft of 150 pages with a hundred photos takes some 60 MB. */
const most = { entries: 5000, bytes: 150 * 1024 * 1024 };

type Given = { path: string; changes: View; port: MessagePort };

/** What a Word or OpenDocument file holds, or why it cannot be read; for a thread. Progress goes to the port. */
export async function documentIn({
	path,
	changes,
	port
}: Given): Promise<ReadDocument | { messageKey: string }> {
	try {
		return await read(path, changes, (progress) => port.postMessage(progress));
	} catch (error) {
		return { messageKey: refusalOf(error) };
	} finally {
		port.close();
	}
}

async function read(path: string, view: View, report: Parameters<typeof readDocx>[2]): Promise<ReadDocument> {
	if ((await stat(path)).size > mostBytes) throw new DocumentRefusal('errors_document_too_large');
	const bytes = await readFile(path);
	const other = otherKind(bytes);
	if (other) throw new DocumentRefusal(other);
	const archive = await openArchive(bytes, most);
	const has = (name: string) => archive.names.includes(name);
	if (has('content.xml')) {
		const kind = (await archive.read('mimetype'))?.toString('latin1') ?? '';
		if (!/opendocument\.text/.test(kind))
			throw new DocumentRefusal(
				/spreadsheet/.test(kind) ? 'errors_document_table' : 'errors_document_unknown'
			);
		return readOdt(archive, view, report);
	}
	if (archive.names.some((name) => name.startsWith('word/'))) return readDocx(archive, view, report);
	throw new DocumentRefusal(
		archive.names.some((name) => name.startsWith('xl/')) ? 'errors_document_table' : 'errors_document_unknown'
	);
}

const kinds: [RegExp, string][] = [
	[/^$/, 'errors_document_empty'],
	[/^%PDF/, 'errors_document_pdf'],
	[/^\{\\rtf/, 'errors_document_rtf']
];

/** By what is in it, whatever it is called; undefined for an archive, which is looked into. */
function otherKind(bytes: Buffer): string | undefined {
	const head = bytes.toString('latin1', 0, 8);
	if (head.startsWith('PK')) return undefined;
	if (head.startsWith('\xd0\xcf\x11\xe0')) return olderKind(bytes);
	return kinds.find(([beginning]) => beginning.test(head))?.[1] ?? 'errors_document_unknown';
}

/** Office before 2007, and all of Office with a password: an archive of its own, with names in UTF-16. */
function olderKind(bytes: Buffer): string {
	const has = (name: string) => bytes.includes(Buffer.from(name, 'utf16le'));
	if (has('EncryptedPackage')) return 'errors_document_locked';
	if (has('WordDocument')) return 'errors_document_old_word';
	return has('Workbook') ? 'errors_document_table' : 'errors_document_unknown';
}

const faults = {
	too_large: 'errors_document_too_large_inside',
	locked: 'errors_document_locked',
	unusual: 'errors_document_unusual',
	unreadable: 'errors_document_unreadable'
};

function refusalOf(error: unknown): string {
	if (error instanceof DocumentRefusal) return error.messageKey;
	if (error instanceof ArchiveError) return faults[error.fault];
	throw error;
}
