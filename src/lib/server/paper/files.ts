import { inThread } from '../threads/threads.ts';
import type { Paper } from './paper.ts';

const pdf = inThread<typeof import('./pdf.ts')>('src/lib/server/paper/pdf.ts');
const word = inThread<typeof import('./word.ts')>('src/lib/server/paper/word.ts');

/** A paper as a tagged PDF or as a Word file, written in a thread. */
export const writePaper = (paper: Paper, kind: 'pdf' | 'docx'): Promise<Uint8Array> =>
	kind === 'pdf' ? pdf('pdfOf', paper) : word('wordOf', paper);

const types = {
	pdf: 'application/pdf',
	docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
	md: 'text/markdown; charset=utf-8'
};

/** The same as a file to download. @param name without its ending */
export const paperFile = async (paper: Paper, name: string, kind: 'pdf' | 'docx'): Promise<Response> =>
	fileToKeep(await writePaper(paper, kind), name, kind);

/** A file to download. @param name without its ending */
export const fileToKeep = (bytes: Uint8Array, name: string, kind: keyof typeof types): Response =>
	new Response(new Uint8Array(bytes), {
		headers: {
			'content-type': types[kind],
			'content-disposition': `attachment; filename="${name.replace(/[^\w.-]/g, '_')}.${kind}"`,
			'cache-control': 'no-store'
		}
	});
