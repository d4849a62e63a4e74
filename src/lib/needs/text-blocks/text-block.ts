import { z } from 'zod';
import { formId } from '#lib/ui/form-id.ts';

/** A text that planners put into the reason of an answer. */
export const textBlock = z.strictObject({
	id: z.uuid(),
	title: z.string(),
	body: z.string(),
	revision: z.int(),
	/** Offered no more; its uses stay counted. */
	isRetired: z.boolean(),
	/** In how many answers it was put while they were written. */
	uses: z.int()
});
export type TextBlock = z.infer<typeof textBlock>;

/** As `text_blocks(p_authority)` gives them: by name, those retired last. */
export const textBlocks = z.strictObject({
	/** Planners of an office read them and put them in, and leave them as they are. */
	canChange: z.boolean(),
	blocks: z.array(textBlock)
});
export type TextBlocks = z.infer<typeof textBlocks>;

const words = {
	title: z.string().trim().min(1, 'needs_blocks_error_title').max(80, 'needs_blocks_error_long_title'),
	body: z.string().trim().min(1, 'needs_blocks_error_body').max(4000, 'needs_blocks_error_long_body')
};
export const newBlockForm = z.object({ form_id: formId, ...words });
export const changedBlockForm = z.object({ revision: z.coerce.number().int(), ...words });

/** Ids of the text blocks that were put into a reason, as its form carries them along. */
export const usedBlocks = z.array(z.uuid());

type Typed = Record<string, string | string[]>;

/**
 * Puts the chosen block (`block`) below what stands in the reason, and notes that it was (`blocks`). Everything else stays as
 * it was typed. @returns the values, and the block's name; none where no block was chosen
 */
export function withBlock(values: Typed, blocks: TextBlock[]): { values: Typed; inserted?: string } {
	const block = blocks.find(({ id, isRetired }) => id === values.block && !isRetired);
	if (!block) return { values };
	const reason = [String(values.reason ?? '').trim(), block.body].filter(Boolean).join('\n\n');
	const used = [...new Set([...[values.blocks ?? []].flat(), block.id])];
	return { values: { ...values, block: '', reason, blocks: used }, inserted: block.title };
}
