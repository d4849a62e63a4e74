import { href } from '#lib/i18n/addresses.ts';
import { answerForm } from '#lib/needs/reports/assessment.ts';
import * as assessments from '#lib/needs/reports/assessments.server.ts';
import { withBlock } from '#lib/needs/text-blocks/text-block.ts';
import * as textBlocks from '#lib/needs/text-blocks/text-blocks.server.ts';
import * as words from '#lib/vocabulary/vocabulary.server.ts';
import { action } from '#lib/server/action.ts';
import { everything, wrong } from '#lib/server/forms.ts';
import type { Actions, PageServerLoad } from './$types';

const missing: Record<string, string> = {
	reason: 'needs_planner_error_reason',
	forwarded_to: 'needs_planner_error_forwarded'
};

export const load: PageServerLoad = async ({ locals, params }) => ({
	report: await assessments.options(locals.db, params.number),
	blocks: (await textBlocks.list(locals.db, locals.authority.id)).blocks,
	kept: locals.kept,
	vocabulary: await words.find(locals.db)
});

export const actions: Actions = {
	/** Puts a text block into the reason, and leaves everything else as it was typed. */
	insert: async ({ locals, request }) => {
		const { blocks } = await textBlocks.list(locals.db, locals.authority.id);
		const { values, inserted } = withBlock(everything(await request.formData()), blocks);
		return inserted ? { values, inserted } : wrong(values, 'block', 'needs_blocks_error_block');
	},
	answer: action({
		schema: async ({ db }) => answerForm((await words.find(db)).decisionWords.map(({ key }) => key)),
		hasPreview: true,
		verb: ({ db, params, data }) => assessments.answer(db, params.number, data),
		missing: (field) => missing[field] ?? 'errors_missing',
		to: ({ params, sent }) =>
			`${href('/needs/[number]', params)}?erledigt=${sent.has('correction') ? 'korrektur' : 'antwort'}`
	})
};
