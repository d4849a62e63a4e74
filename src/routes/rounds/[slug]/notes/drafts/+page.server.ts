import { askWhich } from '#lib/rounds/require-room.server.ts';
import { atOf, typedPath } from '#lib/rounds/room-paths.ts';
import * as rooms from '#lib/rounds/rooms.server.ts';
import { action } from '#lib/server/action.ts';
import { z } from 'zod';
import type { Actions, PageServerLoad } from './$types';

/** What one typed in this room and has not noted. */
export const load: PageServerLoad = async (event) => ({
	page: await rooms.find(event.locals.db, event.locals.authority.id, atOf(event)).catch(askWhich(event)),
	done: event.url.searchParams.get('erledigt')
});

export const actions: Actions = {
	default: action({
		schema: z.object({ draft: z.uuid() }),
		verb: ({ db, data }) => rooms.discardTyped(db, data.draft),
		to: (event) => typedPath(atOf(event), { erledigt: 'verworfen' })
	})
};
