import { redirect } from '@sveltejs/kit';
import * as meetings from '#lib/meetings/meetings.server.ts';
import { addressOf } from '#lib/meetings/own-calendar.ts';
import { requireOpenMeeting } from '#lib/meetings/require-open-meeting.server.ts';
import { refused } from '#lib/server/forms.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({ meeting: await requireOpenMeeting(event) });

export const actions: Actions = {
	default: async (event) => {
		const { organisationId } = await meetings.find(event.locals.db, event.params.id);
		try {
			await meetings.cancel(event.locals.db, event.params.id);
		} catch (error) {
			return refused(error, {});
		}
		redirect(303, addressOf(organisationId, '', { getan: 'abgesagt' }));
	}
};
