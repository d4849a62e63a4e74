import { requireOwn } from '#lib/rounds/require-statement.server.ts';
import { statementPath } from '#lib/rounds/room-paths.ts';
import { introForm } from '#lib/rounds/statement-forms.ts';
import * as statements from '#lib/rounds/statements.server.ts';
import { action } from '#lib/server/action.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
	page: await requireOwn(event),
	kept: event.locals.kept
});

export const actions: Actions = {
	default: action({
		schema: introForm,
		verb: ({ db, params, data }) => statements.saveIntro(db, params.statement, data.revision, data.intro),
		to: ({ params }) => statementPath(params, '', { erledigt: 'einleitung' })
	})
};
