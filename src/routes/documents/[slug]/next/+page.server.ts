import { contentsOf } from '#lib/documents/document.ts';
import { nextVersionForm } from '#lib/documents/document-form.ts';
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
		schema: nextVersionForm,
		verb: async ({ data, ...event }) => {
			const { document } = await requireWorker(event);
			return documents.startVersion(event.db, document.id, data.note);
		},
		to: ({ params, done: number }) => `${contentsOf({ slug: params.slug, number })}?erledigt=begonnen`
	})
};
