import { fail, redirect } from '@sveltejs/kit';
import { href } from '#lib/i18n/addresses.ts';
import { invitationForm } from '#lib/organisations/invitation.ts';
import * as invitations from '#lib/organisations/invitations.server.ts';
import { findPost } from '#lib/organisations/administration.ts';
import * as organisations from '#lib/organisations/organisations.server.ts';
import { requireAdministrator } from '#lib/organisations/require-administrator.server.ts';
import { today } from '#lib/i18n/berlin.ts';
import { parse, refused, type Values } from '#lib/server/forms.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	requireAdministrator(event);
	const organisation = await organisations.find(event.locals.db, event.params.id);
	const begin: Values = { capacity: 'holder', startsOn: today() };
	return {
		organisation,
		post: findPost(organisation, event.params.post),
		values: event.locals.kept ?? begin
	};
};

export const actions: Actions = {
	default: async (event) => {
		requireAdministrator(event);
		const form = parse(invitationForm, await event.request.formData());
		if (form.errors) return fail(400, form);
		const { id, post } = event.params;
		try {
			await invitations.invite(event.locals.db, event.locals.authority, post, form.data);
		} catch (error) {
			return refused(error, form.values);
		}
		redirect(303, `${href('/administration/organisations/[id=uuid]', { id })}?getan=eingeladen`);
	}
};
