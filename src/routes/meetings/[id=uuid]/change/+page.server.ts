import { error, fail, redirect } from '@sveltejs/kit';
import { meetingForm, valuesOf } from '#lib/meetings/meeting.ts';
import * as meetings from '#lib/meetings/meetings.server.ts';
import { addressOf } from '#lib/meetings/own-calendar.ts';
import { parse, refused } from '#lib/server/forms.ts';
import { requirePerson } from '#lib/server/require-person.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	requirePerson(event);
	const meeting = await meetings.find(event.locals.db, event.params.id);
	if (!meeting.mayChange) error(404, 'errors_not_found');
	return { meeting, values: event.locals.kept ?? valuesOf(meeting) };
};

export const actions: Actions = {
	default: async (event) => {
		requirePerson(event);
		const { db } = event.locals;
		const sent = await event.request.formData();
		const form = parse(meetingForm, sent);
		if (form.errors) return fail(400, form);
		const { organisationId } = await meetings.find(db, event.params.id);
		try {
			await meetings.change(db, event.params.id, Number(sent.get('sequence')) || 0, form.data);
		} catch (error) {
			return refused(error, form.values);
		}
		redirect(303, addressOf(organisationId, '', { getan: 'gespeichert' }));
	}
};
