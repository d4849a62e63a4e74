import { newSectionForm } from '#lib/documents/document-form.ts';
import { sectionOf } from '#lib/documents/document.ts';
import * as documents from '#lib/documents/documents.server.ts';
import { requireWorker } from '#lib/documents/require-worker.server.ts';
import { action } from '#lib/server/action.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
	contents: await requireWorker(event),
	kept: event.locals.kept
});

export const actions: Actions = {
	default: action({
		schema: newSectionForm,
		verb: async ({ data, ...event }) => {
			const { version } = await requireWorker(event);
			return documents.addSection(event.db, version.id, data);
		},
		to: ({ params, done: key }) =>
			`${sectionOf({ slug: params.slug, number: Number(params.version), key })}?erledigt=hinzugefuegt`
	})
};
