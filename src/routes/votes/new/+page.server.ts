import { error } from '@sveltejs/kit';
import { action } from '#lib/server/action.ts';
import { openForm } from '#lib/votes/vote-forms.ts';
import { subjectIn } from '#lib/votes/subject.ts';
import { pathOf } from '#lib/votes/vote-words.ts';
import * as votes from '#lib/votes/votes.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => ({
	options: await votes.options(locals.db, subjectOf(url)),
	kept: locals.kept
});

export const actions: Actions = {
	default: action({
		schema: openForm,
		hasPreview: true,
		verb: ({ db, url, data }) => votes.open(db, subjectOf(url), data),
		to: ({ done: id }) => pathOf(id, 'opened')
	})
};

const subjectOf = (url: URL) => subjectIn(url) ?? error(404, { message: 'errors_not_found' });
