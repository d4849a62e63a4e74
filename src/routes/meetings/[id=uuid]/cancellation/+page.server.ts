import * as meetings from '#lib/meetings/meetings.server.ts';
import { addressOf } from '#lib/meetings/own-calendar.ts';
import { requireOpenMeeting } from '#lib/meetings/require-open-meeting.server.ts';
import { action } from '#lib/server/action.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({ meeting: await requireOpenMeeting(event) });

export const actions: Actions = {
	default: action({
		verb: async ({ db, params }) => {
			const { organisationId } = await meetings.find(db, params.id);
			await meetings.cancel(db, params.id);
			return organisationId;
		},
		to: ({ done: organisationId }) => addressOf(organisationId, '', { getan: 'abgesagt' })
	})
};
