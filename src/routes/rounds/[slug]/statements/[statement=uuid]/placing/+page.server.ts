import { z } from 'zod';
import { requireOwn } from '#lib/rounds/require-statement.server.ts';
import { statementPath } from '#lib/rounds/room-paths.ts';
import { placingForm } from '#lib/rounds/statement-forms.ts';
import * as statements from '#lib/rounds/statements.server.ts';
import { action } from '#lib/server/action.ts';
import { formId } from '#lib/ui/form-id.ts';
import type { Actions, PageServerLoad } from './$types';

/** Every note of the room, and where it went in this statement, or why not. */
export const load: PageServerLoad = async (event) => ({
	page: await requireOwn(event),
	placing: await statements.placing(event.locals.db, event.params.statement, {
		after: event.url.searchParams.get('nach')
	}),
	after: event.url.searchParams.get('nach'),
	done: event.url.searchParams.get('erledigt'),
	kept: event.locals.kept
});

const back = (params: { slug: string; statement: string }, done: string, note: string) =>
	statementPath(params, '/placing', { erledigt: done }, `anmerkung-${note}`);

export const actions: Actions = {
	take: action({
		schema: z.object({ note: z.uuid(), form_id: formId }),
		verb: ({ db, params, data }) => statements.takeNote(db, params.statement, data.note, data.form_id),
		to: ({ params, data }) => back(params, 'uebernommen', data.note)
	}),
	place: action({
		schema: placingForm,
		verb: ({ db, params, data }) => statements.placeNote(db, params.statement, data.note, data),
		missing: () => 'rounds_error_placing',
		to: ({ params, data }) => back(params, 'zugeordnet', data.note)
	})
};
