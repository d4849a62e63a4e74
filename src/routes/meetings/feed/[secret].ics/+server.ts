import { error } from '@sveltejs/kit';
import { m } from '#lib/i18n/paraglide/messages.js';
import { calendarHeaders, calendarText } from '#lib/meetings/calendar-text.server.ts';
import * as feeds from '#lib/meetings/feeds.server.ts';
import { addressHash } from '#lib/server/client-address.ts';
import type { RequestHandler } from './$types';

const anHour = 3600;

/** The subscription of one person. The secret in its address is the only key; an unknown one is not there. */
export const GET: RequestHandler = async ({ params, url, getClientAddress }) => {
	const feed = await feeds.read(params.secret, addressHash(getClientAddress()));
	if (feed.outcome === 'unknown') error(404, 'errors_not_found');
	if (feed.outcome === 'limited')
		return new Response(null, {
			status: 429,
			headers: { 'retry-after': String(anHour), 'cache-control': 'no-store' }
		});
	const { locale } = feed;
	const text = calendarText(m.meetings_feed_name({}, { locale }), feed.entries, {
		origin: url.origin,
		cancelled: (title) => m.meetings_feed_cancelled({ title }, { locale })
	});
	return new Response(text, { headers: calendarHeaders('kalender.ics') });
};
