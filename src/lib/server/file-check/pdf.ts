import { promisify } from 'node:util';
import { inflate } from 'node:zlib';

const unpack = promisify(inflate);
const mostStreams = 300;
const mostBytes = 4 * 1024 * 1024;

/**
 * Whether a PDF is tagged (ISO 32000-1, 14.7 and 14.8): its catalogue says `/Marked true` and names a structure tree. The
 * catalogue may lie in a packed object stream. Looks for these words instead of building the document: that takes bounded
 * memory whatever the file does, and the answer only decides about a hint.
 * @returns null when the file is encrypted and nothing was found
 */
export async function isTagged(pdf: Buffer): Promise<boolean | null> {
	const text = pdf.toString('latin1');
	const found = { isMarked: false, hasTree: false };
	note(found, text);
	let at = -1;
	for (let streams = 0; streams < mostStreams && !isBoth(found); streams++) {
		at = text.indexOf('/ObjStm', at + 1);
		if (at === -1) break;
		note(found, await contentOf(pdf, text, at));
	}
	if (isBoth(found)) return true;
	return /\/Encrypt\s/.test(text) ? null : false;
}

type Found = { isMarked: boolean; hasTree: boolean };
const isBoth = ({ isMarked, hasTree }: Found) => isMarked && hasTree;

function note(found: Found, text: string) {
	found.isMarked ||= /\/Marked\s+true\b/.test(text);
	found.hasTree ||= /\/StructTreeRoot\s+\d+\s+\d+\s+R\b/.test(text);
}

/** An object stream unpacked, as far as it is packed the usual way and not too large. */
async function contentOf(pdf: Buffer, text: string, dictionary: number): Promise<string> {
	const word = text.indexOf('stream', dictionary);
	if (word === -1 || word - dictionary > 1000) return '';
	const start = word + (text.startsWith('stream\r\n', word) ? 8 : 7);
	const end = text.indexOf('endstream', start);
	const packed = pdf.subarray(start, end === -1 ? undefined : end);
	const content = await unpack(packed, { maxOutputLength: mostBytes }).catch(() => null);
	return content ? content.toString('latin1') : '';
}
