import { meetingForm } from '#lib/meetings/meeting.ts';
import * as meetings from '#lib/meetings/meetings.server.ts';
import { addressOf, organisationOf } from '#lib/meetings/own-calendar.ts';
import { requireKeeper } from '#lib/meetings/require-keeper.server.ts';
import { action } from '#lib/server/action.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
	calendar: await requireKeeper(event),
	values: event.locals.kept ?? {}
});

export const actions: Actions = {
	default: action({
		schema: meetingForm,
		verb: ({ db, url, session, data }) => meetings.add(db, organisationOf(url, session.posts), data),
		to: ({ url, session }) => addressOf(organisationOf(url, session.posts), '', { getan: 'gespeichert' })
	})
};
