import { askWhich } from '#lib/rounds/require-room.server.ts';
import { atOf, statementPath } from '#lib/rounds/room-paths.ts';
import * as rooms from '#lib/rounds/rooms.server.ts';
import * as statements from '#lib/rounds/statements.server.ts';
import { action } from '#lib/server/action.ts';
import { formId } from '#lib/ui/form-id.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
	page: await rooms.find(event.locals.db, event.locals.authority.id, atOf(event)).catch(askWhich(event))
});

export const actions: Actions = {
	default: action({
		verb: ({ db, sent }) =>
			statements.noObjections(db, String(sent.get('addressee') ?? ''), formId.parse(sent.get('form_id'))),
		to: ({ params, done: statement }) => statementPath({ slug: params.slug, statement }, '/receipt')
	})
};
