import { error } from '@sveltejs/kit';
import { href } from '#lib/i18n/addresses.ts';
import { newBlockForm } from '#lib/needs/text-blocks/text-block.ts';
import * as textBlocks from '#lib/needs/text-blocks/text-blocks.server.ts';
import { action } from '#lib/server/action.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	const { canChange } = await textBlocks.list(locals.db, locals.authority.id);
	if (!canChange) error(404);
	return { kept: locals.kept };
};

export const actions: Actions = {
	default: action({
		schema: newBlockForm,
		verb: ({ db, authority, data }) => textBlocks.add(db, authority.id, data),
		to: () => `${href('/needs/text-blocks')}?erledigt=angelegt`
	})
};
