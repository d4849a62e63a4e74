import { fail, redirect } from '@sveltejs/kit';
import { stateForm } from '#lib/meetings/meeting.ts';
import * as meetings from '#lib/meetings/meetings.server.ts';
import { addressOf, organisationOf } from '#lib/meetings/own-calendar.ts';
import { requireKeeper } from '#lib/meetings/require-keeper.server.ts';
import { parse, refused } from '#lib/server/forms.ts';
import { sessionOf } from '#lib/server/guard.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const calendar = await requireKeeper(event);
	return { calendar, kept: event.locals.kept };
};

export const actions: Actions = {
	default: async (event) => {
		const { posts } = sessionOf(event);
		const organisationId = organisationOf(event.url, posts);
		const form = parse(stateForm, await event.request.formData());
		if (form.errors) return fail(400, form);
		try {
			await meetings.state(event.locals.db, organisationId, form.data.state);
		} catch (error) {
			return refused(error, form.values);
		}
		redirect(303, addressOf(organisationId, '', { getan: 'stand' }));
	}
};
