import { requireOwn } from '#lib/rounds/require-statement.server.ts';
import { statementPath } from '#lib/rounds/room-paths.ts';
import { dissentForm } from '#lib/rounds/statement-forms.ts';
import * as statements from '#lib/rounds/statements.server.ts';
import { action } from '#lib/server/action.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
	page: await requireOwn(event),
	kept: event.locals.kept
});

export const actions: Actions = {
	default: action({
		schema: dissentForm,
		verb: ({ db, params, data }) => statements.dissent(db, data.form_id, params.statement, data.body),
		to: ({ params, data }) =>
			statementPath(params, '', { erledigt: 'sondervotum' }, `sondervotum-${data.form_id}`)
	})
};
