import { pageSize } from '#lib/meetings/meeting.ts';
import * as meetings from '#lib/meetings/meetings.server.ts';
import { organisationOf } from '#lib/meetings/own-calendar.ts';
import { sessionOf } from '#lib/server/guard.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { posts } = sessionOf(event);
	const { url, locals } = event;
	const organisationId = organisationOf(url, posts);
	const [after, before] = [url.searchParams.get('nach'), url.searchParams.get('vor')];
	const calendar = await meetings.calendar(locals.db, organisationId, { after, before });
	return {
		calendar,
		upcoming: calendar.upcoming.slice(0, pageSize),
		past: calendar.past.slice(0, pageSize),
		hasMore: calendar.upcoming.length > pageSize,
		hasOlder: calendar.past.length > pageSize,
		isPaged: Boolean(after ?? before),
		isPastOpen: Boolean(before),
		done: url.searchParams.get('getan'),
		counts: Object.fromEntries(
			['neu', 'geaendert', 'abgesagt'].map((word) => [word, Number(url.searchParams.get(word)) || 0])
		)
	};
};
