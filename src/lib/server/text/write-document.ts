import type { Section } from '#lib/text/block.ts';
import { inThread } from '../threads/threads.ts';
import type { WrittenDocument } from './write-docx.ts';
import type { PrintedDocument } from './write-pdf.ts';

const limits = { atOnce: 1, seconds: 120, megabytes: 400 };
const word = inThread<typeof import('./write-docx.ts')>('src/lib/server/text/write-docx.ts', limits);
const print = inThread<typeof import('./write-pdf.ts')>('src/lib/server/text/write-pdf.ts', limits);
const mark = inThread<typeof import('#lib/text/sections.ts')>('src/lib/text/sections.ts', limits);

/** A document as a Word file, written in a thread. */
export const writeDocument = (document: WrittenDocument): Promise<Uint8Array> =>
	word('wordDocumentOf', document);

/** A document as a tagged PDF, written in a thread. */
export const printDocument = (document: PrintedDocument): Promise<Uint8Array> =>
	print('pdfOfDocument', document);

/** A document as Markdown, written in a thread. */
export const markDocument = (sections: Section[]): Promise<string> => mark('markdownOf', sections);
