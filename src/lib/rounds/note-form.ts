import { z } from 'zod';
import type { Text } from '#lib/text/block.ts';
import { plainOfBlocks } from '#lib/text/plain.ts';
import { formId } from '#lib/ui/form-id.ts';
import { pointKind } from './call-kind-document.ts';

const long = 'rounds_error_long';

/** What is said at a section: of what kind, on which words, in which words. */
const saidForm = {
	form_id: formId,
	/** Key of the section; empty for the whole. */
	section: z.string().max(20),
	kind: z.enum(pointKind.options, 'rounds_error_kind'),
	/** The passage it is about, counted from 1; 0 for the whole section. */
	passage: z.coerce.number().int().min(0).max(5000).catch(0),
	/** Words it was made on before, where none is chosen anew. */
	quote: z.string().max(5000),
	body: z.string().max(20_000, long),
	/** Other wording, as Markdown. */
	proposal: z.string().max(50_000, long),
	language: z.enum(['', 'einfach']).catch('')
};

export const noteForm = z
	.object(saidForm)
	.refine(saysSomething, { path: ['body'], error: 'rounds_error_nothing' });
export type NoteForm = z.infer<typeof noteForm>;

export const pointForm = z
	.object({ ...saidForm, revision: z.coerce.number().int().min(1).catch(1) })
	.refine(saysSomething, { path: ['body'], error: 'rounds_error_nothing' });
export type PointForm = z.infer<typeof pointForm>;

function saysSomething({ body, proposal }: { body: string; proposal: string }) {
	return Boolean(body.trim() || proposal.trim());
}

export const answerForm = z.object({
	form_id: formId,
	body: z.string().trim().min(1, 'rounds_error_nothing').max(20_000, long)
});

/** The words of each passage that can be chosen: paragraphs, lists, tables, in the order of the text. */
export const passagesOf = (text: Text | undefined): string[] =>
	(text?.blocks ?? []).map((block) => plainOfBlocks([block]).slice(0, 5000));

/** How a passage is named in a list to choose from. */
export function inShort(words: string, length = 80): string {
	const line = words.replace(/\s+/g, ' ').trim();
	return line.length > length ? `${line.slice(0, length).replace(/\s+\S*$/, '')} …` : line;
}
