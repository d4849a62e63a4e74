import { freezeForm } from '#lib/documents/document-form.ts';
import { contentsOf } from '#lib/documents/document.ts';
import { requireWorker } from '#lib/documents/require-worker.server.ts';
import * as versions from '#lib/documents/versions.server.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import { action } from '#lib/server/action.ts';
import type { Actions, PageServerLoad } from './$types';

const whereOf = (locals: App.Locals, params: { slug: string; version: string }) => ({
	authorityId: locals.authority.id,
	slug: params.slug,
	number: Number(params.version)
});

export const load: PageServerLoad = async (event) => {
	await requireWorker(event);
	return {
		freezing: await versions.whatBecame(event.locals.db, whereOf(event.locals, event.params)),
		kept: event.locals.kept
	};
};

export const actions: Actions = {
	default: action({
		schema: freezeForm,
		verb: ({ db, locals, params, data }) =>
			versions.freeze(db, whereOf(locals, params), data, m.documents_removed_by_file()),
		to: ({ params }) =>
			`${contentsOf({ slug: params.slug, number: Number(params.version) })}?erledigt=festgeschrieben`
	})
};
