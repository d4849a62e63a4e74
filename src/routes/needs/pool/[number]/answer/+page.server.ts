import { error } from '@sveltejs/kit';
import { href } from '#lib/i18n/addresses.ts';
import * as needs from '#lib/needs/pool/needs.server.ts';
import { sharedAnswerForm, type SharedAnswer } from '#lib/needs/pool/shared-answer.ts';
import { withBlock } from '#lib/needs/text-blocks/text-block.ts';
import * as textBlocks from '#lib/needs/text-blocks/text-blocks.server.ts';
import * as words from '#lib/vocabulary/vocabulary.server.ts';
import { action } from '#lib/server/action.ts';
import { everything, wrong } from '#lib/server/forms.ts';
import type { Actions, PageServerLoad } from './$types';

const missing: Record<string, string> = {
	reports: 'needs_pool_error_reports',
	reason: 'needs_planner_error_reason',
	forwarded_to: 'needs_planner_error_forwarded'
};

export const load: PageServerLoad = async ({ locals, params }) => {
	const need = await needs.find(locals.db, params.number);
	if (!need.canAnswer) error(404);
	const { blocks } = await textBlocks.list(locals.db, locals.authority.id);
	return { need, blocks, kept: locals.kept, vocabulary: await words.find(locals.db) };
};

export const actions: Actions = {
	/** Puts a text block into the reason, and leaves everything else as it was typed. */
	insert: async ({ locals, request }) => {
		const { blocks } = await textBlocks.list(locals.db, locals.authority.id);
		const { values, inserted } = withBlock(everything(await request.formData()), blocks);
		return inserted ? { values, inserted } : wrong(values, 'block', 'needs_blocks_error_block');
	},
	answer: action({
		schema: async ({ db, sent }) =>
			sharedAnswerForm(
				(await words.find(db)).decisionWords.map(({ key }) => key),
				sent.keys()
			),
		hasPreview: true,
		verb: ({ db, params, data }) => needs.answer(db, params.number, data as SharedAnswer),
		missing: (field) => missing[field] ?? 'errors_missing',
		to: ({ params }) => `${href('/needs/pool/[number]', params)}?erledigt=beantwortet`
	})
};
