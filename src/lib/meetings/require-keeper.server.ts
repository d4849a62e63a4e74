import { error, type RequestEvent } from '@sveltejs/kit';
import { requirePerson } from '#lib/server/require-person.ts';
import type { Calendar } from './meeting.ts';
import * as meetings from './meetings.server.ts';
import { organisationOf } from './own-calendar.ts';

/** The calendar that the address means, for those who may write in it; for all others there is no such page. */
export async function requireKeeper(event: Pick<RequestEvent, 'locals' | 'url'>): Promise<Calendar> {
	const { posts } = requirePerson(event);
	const calendar = await meetings.calendar(event.locals.db, organisationOf(event.url, posts));
	if (!calendar.mayKeep) error(404, 'errors_not_found');
	return calendar;
}
