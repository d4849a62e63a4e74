import { error } from '@sveltejs/kit';
import { sessionOf, type SignedIn } from '#lib/server/guard.ts';
import type { Calendar } from './meeting.ts';
import * as meetings from './meetings.server.ts';
import { organisationOf } from './own-calendar.ts';

/** The calendar that the address means, for those who may write in it; for all others there is no such page. */
export async function requireKeeper(event: SignedIn & { url: URL }): Promise<Calendar> {
	const { posts } = sessionOf(event);
	const calendar = await meetings.calendar(event.locals.db, organisationOf(event.url, posts));
	if (!calendar.canKeep) error(404, 'errors_not_found');
	return calendar;
}
