import { redirect } from '@sveltejs/kit';
import { href } from '#lib/i18n/addresses.ts';
import { pathOf } from '#lib/needs/drafts/draft.ts';
import * as drafts from '#lib/needs/drafts/drafts.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const draft = await drafts.findOrNumber(event.locals.db, event.params.id);
	if (typeof draft === 'string') redirect(303, href('/needs/[number]', { number: draft }));
	if (!draft.handedInAt) redirect(303, pathOf(draft.id, 'check'));
	return { draft };
};
