import { requireOwn, takeStep } from '#lib/rounds/require-statement.server.ts';
import { statementPath } from '#lib/rounds/room-paths.ts';
import { stepForm } from '#lib/rounds/statement-forms.ts';
import { action } from '#lib/server/action.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({ page: await requireOwn(event) });

export const actions: Actions = {
	default: action({
		schema: stepForm,
		verb: ({ db, params, data }) => takeStep(db, params.statement, 'submitted', data),
		to: ({ params }) => statementPath(params, '/receipt')
	})
};
