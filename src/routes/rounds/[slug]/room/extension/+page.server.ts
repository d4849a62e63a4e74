import { askingForm } from '#lib/calls/extension-form.ts';
import { notLonger } from '#lib/calls/extension-refusal.server.ts';
import * as extensions from '#lib/calls/extensions.server.ts';
import { askWhich } from '#lib/rounds/require-room.server.ts';
import { atOf } from '#lib/rounds/room-paths.ts';
import * as rooms from '#lib/rounds/rooms.server.ts';
import { action } from '#lib/server/action.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
	page: await rooms.contents(event.locals.db, event.locals.authority.id, atOf(event)).catch(askWhich(event)),
	kept: event.locals.kept
});

export const actions: Actions = {
	default: action({
		schema: askingForm,
		verb: ({ db, sent, data }) =>
			extensions
				.askFor(db, String(sent.get('addressee') ?? ''), data.asked_until, data.reason)
				.catch(notLonger('asked_until')),
		to: ({ url }) => url.pathname + url.search
	})
};
