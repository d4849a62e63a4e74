import { z } from 'zod';
import { statementPath } from '#lib/rounds/room-paths.ts';
import { wordsForm } from '#lib/rounds/statement-forms.ts';
import * as statements from '#lib/rounds/statements.server.ts';
import { action } from '#lib/server/action.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => ({
	page: await statements.find(locals.db, params.statement),
	kept: locals.kept,
	done: url.searchParams.get('erledigt')
});

export const actions: Actions = {
	place: action({
		schema: z.object({ point: z.uuid(), place: z.coerce.number().int() }),
		verb: ({ db, params, data }) => statements.placePoint(db, params.statement, data.point, data.place),
		to: ({ params, data }) => statementPath(params, '', { erledigt: 'verschoben' }, `punkt-${data.point}`)
	}),
	remark: action({
		schema: wordsForm,
		verb: ({ db, params, data }) => statements.remark(db, data.form_id, params.statement, data.body),
		to: ({ params, data }) => statementPath(params, '', { erledigt: 'bemerkt' }, `bemerkung-${data.form_id}`)
	}),
	withdraw: action({
		schema: z.object({ dissent: z.uuid() }),
		verb: ({ db, data }) => statements.withdrawDissent(db, data.dissent),
		to: ({ params }) => statementPath(params, '', { erledigt: 'zurueckgenommen' })
	})
};
