import { error, fail, redirect } from '@sveltejs/kit';
import { href } from '#lib/i18n/addresses.ts';
import { assistanceForm } from '#lib/people/assistance-form.ts';
import * as assistances from '#lib/people/assistances.server.ts';
import { Refusal } from '#lib/server/database.ts';
import { parse, refused, wrong } from '#lib/server/forms.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { holdings } = await assistances.list(event.locals.db);
	if (!holdings.length) error(404);
	return { holdings, kept: event.locals.kept };
};

export const actions: Actions = {
	default: async (event) => {
		const form = parse(assistanceForm, await event.request.formData());
		if (form.errors) return fail(400, form);
		try {
			await assistances.name(event.locals.db, event.locals.authority, form.data);
		} catch (refusal) {
			if (refusal instanceof Refusal && refusal.messageKey === 'errors_assistant_is_oneself')
				return wrong(form.values, 'email', refusal.messageKey);
			return refused(refusal, form.values);
		}
		redirect(303, `${href('/account/assistance')}?erledigt=benannt`);
	}
};
