import { contentsOf } from '#lib/documents/document.ts';
import { newDocumentForm } from '#lib/documents/document-form.ts';
import * as documents from '#lib/documents/documents.server.ts';
import { action } from '#lib/server/action.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	await documents.list(locals.db, locals.authority.id); // whoever does not plan finds nothing here
	return { kept: locals.kept };
};

export const actions: Actions = {
	default: action({
		schema: newDocumentForm,
		verb: ({ db, authority, data }) => documents.create(db, authority.id, data),
		to: ({ done: slug }) => `${contentsOf({ slug, number: 1 })}?erledigt=angelegt`
	})
};
