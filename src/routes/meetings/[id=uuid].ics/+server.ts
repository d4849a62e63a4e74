import { m } from '#lib/i18n/paraglide/messages.js';
import { calendarHeaders, calendarText, entryOf } from '#lib/meetings/calendar-text.server.ts';
import * as meetings from '#lib/meetings/meetings.server.ts';
import type { RequestHandler } from './$types';

/** One meeting, to be put into a calendar. */
export const GET: RequestHandler = async (event) => {
	const meeting = await meetings.find(event.locals.db, event.params.id);
	const text = calendarText(meeting.title, [entryOf(meeting)], {
		origin: event.url.origin,
		cancelled: (title) => m.meetings_feed_cancelled({ title })
	});
	return new Response(text, { headers: calendarHeaders('sitzung.ics') });
};
