import { MessageChannel } from 'node:worker_threads';
import { Refusal } from '../refusal.ts';
import { inThread } from '../threads/threads.ts';
import type { Progress, ReadDocument, View } from './document.ts';

/** A draft of 150 pages takes some 200 MB and a few seconds; one is read at a time. */
const threaded = inThread<typeof import('./document-in.ts')>('src/lib/server/text/document-in.ts', {
	atOnce: 1,
	seconds: 120,
	megabytes: 400
});

/**
 * Reads a Word or OpenDocument file into the text model, by what is in it, whatever it is called. Done in a thread.
 * Nothing the file points to is fetched, nothing in it is run.
 * @param given.changes whether tracked changes are taken over or left out
 * @param given.progress told now and then how far it has come
 * @throws Refusal with the sentence that says what to do
 */
export async function readDocument(given: {
	path: string;
	changes: View;
	progress?: (progress: Progress) => void;
}): Promise<ReadDocument> {
	const { port1, port2 } = new MessageChannel();
	if (given.progress) port1.on('message', given.progress);
	try {
		const read = await threaded('documentIn', { path: given.path, changes: given.changes, port: port2 }, [
			port2
		]);
		if ('messageKey' in read) throw new Refusal('DOCUM', 400, read.messageKey);
		return read;
	} finally {
		port1.close();
	}
}
