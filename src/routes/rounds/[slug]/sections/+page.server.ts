import { askWhich } from '#lib/rounds/require-room.server.ts';
import { atOf } from '#lib/rounds/room-paths.ts';
import * as rooms from '#lib/rounds/rooms.server.ts';
import * as words from '#lib/vocabulary/vocabulary.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { db, authority } = event.locals;
	return {
		page: await rooms.contents(db, authority.id, atOf(event)).catch(askWhich(event)),
		targetGroups: (await words.find(db)).targetGroups,
		concern: event.url.searchParams.get('betrifft')
	};
};
