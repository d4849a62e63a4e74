import { fail, redirect } from '@sveltejs/kit';
import { changeForm, valuesOf } from '#lib/meetings/meeting.ts';
import * as meetings from '#lib/meetings/meetings.server.ts';
import { addressOf } from '#lib/meetings/own-calendar.ts';
import { requireOpenMeeting } from '#lib/meetings/require-open-meeting.server.ts';
import { parse, refused } from '#lib/server/forms.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const meeting = await requireOpenMeeting(event);
	return { meeting, values: event.locals.kept ?? valuesOf(meeting) };
};

export const actions: Actions = {
	default: async (event) => {
		const { db } = event.locals;
		const form = parse(changeForm, await event.request.formData());
		if (form.errors) return fail(400, form);
		const { organisationId } = await meetings.find(db, event.params.id);
		try {
			await meetings.change(db, event.params.id, form.data);
		} catch (error) {
			return refused(error, form.values);
		}
		redirect(303, addressOf(organisationId, '', { getan: 'gespeichert' }));
	}
};
