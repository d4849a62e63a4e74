import { fail, redirect } from '@sveltejs/kit';
import { href } from '#lib/i18n/addresses.ts';
import { replyClockForm } from '#lib/organisations/administration.ts';
import * as organisations from '#lib/organisations/organisations.server.ts';
import { requireAdministrator } from '#lib/organisations/require-administrator.server.ts';
import { parse, refused, type Values } from '#lib/server/forms.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const authorityId = requireAdministrator(event);
	const { replyClock } = await organisations.administration(event.locals.db, authorityId);
	const stored: Values = {
		interimDays: String(replyClock.interimDays),
		finalDays: String(replyClock.finalDays)
	};
	return { values: event.locals.kept ?? stored };
};

export const actions: Actions = {
	default: async (event) => {
		const authorityId = requireAdministrator(event);
		const form = parse(replyClockForm, await event.request.formData());
		if (form.errors) return fail(400, form);
		try {
			await organisations.setReplyClock(event.locals.db, authorityId, form.data);
		} catch (error) {
			return refused(error, form.values);
		}
		redirect(303, `${href('/administration')}?getan=gespeichert`);
	}
};
