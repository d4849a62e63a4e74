import { askWhich } from '#lib/rounds/require-room.server.ts';
import { atOf } from '#lib/rounds/room-paths.ts';
import * as rooms from '#lib/rounds/rooms.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { db, authority } = event.locals;
	const { searchParams } = event.url;
	const at = { ...atOf(event), key: event.params.key, after: searchParams.get('nach') };
	return {
		page: await rooms.section(db, authority.id, at).catch(askWhich(event)),
		isPlain: searchParams.get('sprache') === 'einfach',
		after: at.after,
		done: searchParams.get('erledigt')
	};
};
