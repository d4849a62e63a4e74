import { strFromU8, unzipSync } from 'fflate';
import { extractText } from 'unpdf';

/** What can be read in a paper, on one line. A Word file's pictures are described in it too. */
export async function wordsIn(file: Uint8Array, kind: 'docx' | 'pdf'): Promise<string> {
	if (kind === 'pdf') return inOneLine((await extractText(new Uint8Array(file), { mergePages: true })).text);
	const xml = strFromU8(unzipSync(file)['word/document.xml']!);
	const described = [...xml.matchAll(/descr="([^"]*)"/g)].map(([, words]) => words);
	return inOneLine([xml.replace(/<[^>]+>/g, ' '), ...described].join(' '));
}

const inOneLine = (text: string) => text.replace(/\s+/g, ' ');
