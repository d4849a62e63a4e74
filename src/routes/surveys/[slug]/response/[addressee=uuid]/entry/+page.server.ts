import * as ledgers from '#lib/calls/ledgers.server.ts';
import { pageOf } from '#lib/calls/kind.ts';
import * as entries from '#lib/surveys/entries.server.ts';
import { entryForm, needForm } from '#lib/surveys/entry-form.ts';
import { pathOf } from '#lib/needs/drafts/draft.ts';
import { action } from '#lib/server/action.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => ({
	page: await ledgers.addressee(locals.db, locals.authority.id, params.slug, params.addressee),
	kept: locals.kept
});

export const actions: Actions = {
	nil: action({
		schema: entryForm,
		verb: ({ db, params, data }) => entries.enter(db, params.addressee, data),
		to: ({ params: { slug, addressee } }) =>
			`${pageOf({ kind: 'surveys', slug }, '/response/[addressee=uuid]', { addressee })}?erledigt=eingetragen`
	}),
	need: action({
		schema: needForm,
		verb: ({ db, params, data }) => entries.startReport(db, params.addressee, data),
		to: ({ done: draft }) => pathOf(draft, 'topic')
	})
};
