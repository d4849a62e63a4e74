import { redirect } from '@sveltejs/kit';
import { href } from '#lib/i18n/addresses.ts';
import { allProblems } from '#lib/needs/drafts/draft-form.ts';
import { pathOf, stepOf, type Field } from '#lib/needs/drafts/draft.ts';
import * as drafts from '#lib/needs/drafts/drafts.server.ts';
import * as vocabulary from '#lib/vocabulary/vocabulary.server.ts';
import type { PageServerLoad } from './$types';

/** Goes on where a draft stands: at the first step that lacks something, at the check, or at the report it has become. */
export const load: PageServerLoad = async (event) => {
	const { db } = event.locals;
	const draft = await drafts.findOrNumber(db, event.params.id);
	if (typeof draft === 'string') redirect(303, href('/needs/[number]', { number: draft }));
	const found = allProblems(draft.answers, { ...(await vocabulary.find(db)), ...draft });
	const [first] = Object.keys(found) as Field[];
	redirect(303, pathOf(draft.id, first && draft.canWrite && !draft.handedInAt ? stepOf(first) : 'check'));
};
