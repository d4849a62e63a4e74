import { m } from '#lib/i18n/paraglide/messages.js';
import { calendarHeaders, calendarText } from '#lib/meetings/calendar-text.server.ts';
import * as rounds from '#lib/rounds/rounds.server.ts';
import { windowEntries } from '#lib/rounds/window-calendar.ts';
import type { RequestHandler } from './$types';

/** When a round asks, to be put into a calendar, for those it asks. */
export const GET: RequestHandler = async ({ locals: { db, authority }, params, url }) => {
	const round = await rounds.readWindow(db, authority.id, params.slug);
	const text = calendarText(round.title, windowEntries(round), {
		origin: url.origin,
		cancelled: (title) => m.rounds_window_answered({ title })
	});
	return new Response(text, { headers: calendarHeaders(`${params.slug}.ics`) });
};
