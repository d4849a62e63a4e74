import { error } from '@sveltejs/kit';
import { z } from 'zod';
import { href } from '#lib/i18n/addresses.ts';
import { changedBlockForm } from '#lib/needs/text-blocks/text-block.ts';
import * as textBlocks from '#lib/needs/text-blocks/text-blocks.server.ts';
import { action } from '#lib/server/action.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const { canChange, blocks } = await textBlocks.list(locals.db, locals.authority.id);
	const block = blocks.find(({ id }) => id === params.id);
	if (!canChange || !block) error(404);
	return { block, kept: locals.kept };
};

export const actions: Actions = {
	change: action({
		schema: changedBlockForm,
		verb: ({ db, params, data }) => textBlocks.change(db, params.id, data),
		to: () => `${href('/needs/text-blocks')}?erledigt=geaendert`
	}),
	retire: action({
		schema: z.object({ again: z.string() }),
		verb: ({ db, params, data }) => textBlocks.retire(db, params.id, !data.again),
		to: ({ data }) => `${href('/needs/text-blocks')}?erledigt=${data.again ? 'angeboten' : 'zurueckgezogen'}`
	})
};
