import { inThread } from '../threads/threads.ts';
import type { WrittenDocument } from './write-docx.ts';

const word = inThread<typeof import('./write-docx.ts')>('src/lib/server/text/write-docx.ts', {
	atOnce: 1,
	seconds: 120,
	megabytes: 400
});

/** A document as a Word file, written in a thread. */
export const writeDocument = (document: WrittenDocument): Promise<Uint8Array> =>
	word('wordDocumentOf', document);
