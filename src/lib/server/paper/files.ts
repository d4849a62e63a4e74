import { inThread } from '../threads/threads.ts';
import type { Paper } from './paper.ts';

const pdf = inThread<typeof import('./pdf.ts')>('src/lib/server/paper/pdf.ts');
const word = inThread<typeof import('./word.ts')>('src/lib/server/paper/word.ts');

/** A paper as a tagged PDF or as a Word file, written in a thread. */
export const writePaper = (paper: Paper, kind: 'pdf' | 'docx'): Promise<Uint8Array> =>
	kind === 'pdf' ? pdf('pdfOf', paper) : word('wordOf', paper);
