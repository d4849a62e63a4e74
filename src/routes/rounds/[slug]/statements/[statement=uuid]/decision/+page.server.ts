import { requireOwn, takeStep } from '#lib/rounds/require-statement.server.ts';
import { statementPath } from '#lib/rounds/room-paths.ts';
import { decisionForm } from '#lib/rounds/statement-forms.ts';
import { action } from '#lib/server/action.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
	page: await requireOwn(event),
	kept: event.locals.kept
});

export const actions: Actions = {
	default: action({
		schema: decisionForm,
		verb: ({ db, params, data }) => takeStep(db, params.statement, 'decided', data, data),
		to: ({ params }) => statementPath(params, '', { erledigt: 'beschlossen' })
	})
};
