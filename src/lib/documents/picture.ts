import type { Block } from '#lib/text/block.ts';
import { fromMarkdown } from '#lib/text/markdown-in.ts';
import { toMarkdown } from '#lib/text/markdown-out.ts';

/** The largest file that is taken as a picture of a text, in bytes. */
export const largestPicture = 10 * 1024 * 1024;

/**
 * A text with one picture more. @param after how many blocks stand before it; without, it comes to the end and what was
 * typed stays as it is
 */
export function withPicture(
	markdown: string,
	{ file, alt }: { file: string; alt: string },
	after?: number
): string {
	const picture: Block = { kind: 'image', file, alt };
	if (after === undefined) {
		const written = toMarkdown({ blocks: [picture], notes: [] });
		return markdown.trim() === '' ? written : `${markdown.trimEnd()}\n\n${written}`;
	}
	const { blocks, notes } = fromMarkdown(markdown).text;
	return toMarkdown({ blocks: blocks.toSpliced(after, 0, picture), notes });
}
