import { requireOwn, takeStep } from '#lib/rounds/require-statement.server.ts';
import { statementPath } from '#lib/rounds/room-paths.ts';
import { stepForm } from '#lib/rounds/statement-forms.ts';
import * as statements from '#lib/rounds/statements.server.ts';
import { action } from '#lib/server/action.ts';
import type { Actions, PageServerLoad } from './$types';

/** The wording before it is frozen; once it is, the way back. */
export const load: PageServerLoad = async (event) => ({
	page: await requireOwn(event),
	left: await statements.placing(event.locals.db, event.params.statement, { isLeft: true })
});

export const actions: Actions = {
	freeze: action({
		schema: stepForm,
		verb: ({ db, params, data }) => takeStep(db, params.statement, 'frozen', data),
		to: ({ params }) => statementPath(params, '', { erledigt: 'festgeschrieben' })
	}),
	unfreeze: action({
		schema: stepForm,
		verb: ({ db, params, data }) => takeStep(db, params.statement, 'unfrozen', data),
		to: ({ params }) => statementPath(params, '', { erledigt: 'geoeffnet' })
	})
};
