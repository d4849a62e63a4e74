import { pageSize } from '#lib/meetings/meeting.ts';
import * as meetings from '#lib/meetings/meetings.server.ts';
import { readMonth } from '#lib/meetings/month.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { url, locals } = event;
	const month = readMonth(url.searchParams.get('monat'));
	const organisation = url.searchParams.get('organisation') || null;
	const after = url.searchParams.get('nach');
	const found = await meetings.ofDistrict(locals.db, locals.authority.id, {
		month: `${month}-01`,
		organisation,
		after
	});
	return {
		month,
		organisation,
		meetings: found.meetings.slice(0, pageSize),
		hasMore: found.meetings.length > pageSize,
		isPaged: Boolean(after),
		organisations: found.organisations
	};
};
