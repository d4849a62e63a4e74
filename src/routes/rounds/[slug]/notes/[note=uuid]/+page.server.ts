import { answerForm } from '#lib/rounds/note-form.ts';
import { atOf, notePath } from '#lib/rounds/room-paths.ts';
import * as rooms from '#lib/rounds/rooms.server.ts';
import { action } from '#lib/server/action.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => ({
	page: await rooms.note(locals.db, params.note),
	kept: locals.kept,
	done: url.searchParams.get('erledigt')
});

export const actions: Actions = {
	default: action({
		schema: answerForm,
		verb: ({ db, params, data }) => rooms.answer(db, data.form_id, params.note, data.body),
		to: (event) =>
			notePath(atOf(event), event.params.note, { erledigt: 'beantwortet' }, `anmerkung-${event.data.form_id}`)
	})
};
