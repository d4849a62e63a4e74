import { aboutForm } from '#lib/documents/document-form.ts';
import { sectionOf } from '#lib/documents/document.ts';
import * as documents from '#lib/documents/documents.server.ts';
import { requireSection } from '#lib/documents/require-worker.server.ts';
import { action } from '#lib/server/action.ts';
import * as words from '#lib/vocabulary/vocabulary.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const [page, { targetGroups }] = await Promise.all([requireSection(event), words.find(event.locals.db)]);
	return { page, targetGroups, kept: event.locals.kept };
};

export const actions: Actions = {
	default: action({
		schema: aboutForm,
		verb: async ({ data, ...event }) => documents.describe(event.db, await requireSection(event), data),
		to: ({ params: { slug, version, key } }) =>
			`${sectionOf({ slug, number: Number(version), key })}?erledigt=angaben`
	})
};
