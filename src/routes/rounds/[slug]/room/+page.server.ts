import { error } from '@sveltejs/kit';
import { askWhich } from '#lib/rounds/require-room.server.ts';
import { atOf, statementPath } from '#lib/rounds/room-paths.ts';
import * as rooms from '#lib/rounds/rooms.server.ts';
import * as statements from '#lib/rounds/statements.server.ts';
import { action } from '#lib/server/action.ts';
import { formId } from '#lib/ui/form-id.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { db, authority } = event.locals;
	return {
		page: await rooms.find(db, authority.id, atOf(event)).catch(askWhich(event)),
		done: event.url.searchParams.get('erledigt')
	};
};

export const actions: Actions = {
	joint: action({
		verb: ({ db, sent }) => statements.start(db, addresseeIn(sent), idIn(sent), 'joint'),
		to: ({ params, done: statement }) => statementPath({ slug: params.slug, statement })
	}),
	individual: action({
		verb: ({ db, sent }) => statements.start(db, addresseeIn(sent), idIn(sent), 'individual'),
		to: ({ params, done: statement }) => statementPath({ slug: params.slug, statement })
	})
};

const addresseeIn = (sent: FormData) => String(sent.get('addressee') || error(400));
const idIn = (sent: FormData) => formId.parse(sent.get('form_id'));
