import * as calls from '#lib/calls/calls.server.ts';
import { pageOf } from '#lib/calls/kind.ts';
import { publicationForm } from '#lib/calls/publication.ts';
import * as results from '#lib/calls/results.server.ts';
import { action } from '#lib/server/action.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => ({
	...(await results.publicationFor(locals.db, locals.authority.id, params.slug)),
	kept: locals.kept
});

export const actions: Actions = {
	default: action({
		schema: publicationForm,
		hasPreview: true,
		verb: ({ db, authority, params, data }) => calls.publish(db, authority.id, params.slug, data),
		missing: (field) => (field === 'audience' ? 'calls_error_audience' : 'calls_error_summary'),
		to: ({ params }) => `${pageOf(params, '/result')}?erledigt=veroeffentlicht`
	})
};
