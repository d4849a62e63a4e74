import { changeForm, valuesOf } from '#lib/meetings/meeting.ts';
import * as meetings from '#lib/meetings/meetings.server.ts';
import { addressOf } from '#lib/meetings/own-calendar.ts';
import { requireOpenMeeting } from '#lib/meetings/require-open-meeting.server.ts';
import { action } from '#lib/server/action.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const meeting = await requireOpenMeeting(event);
	return { meeting, values: event.locals.kept ?? valuesOf(meeting) };
};

export const actions: Actions = {
	default: action({
		schema: changeForm,
		verb: async ({ db, params, data }) => {
			const { organisationId } = await meetings.find(db, params.id);
			await meetings.change(db, params.id, data);
			return organisationId;
		},
		to: ({ done: organisationId }) => addressOf(organisationId, '', { getan: 'gespeichert' })
	})
};
