import { fail, redirect } from '@sveltejs/kit';
import { href } from '#lib/i18n/addresses.ts';
import { findPost } from '#lib/organisations/administration.ts';
import * as organisations from '#lib/organisations/organisations.server.ts';
import { postForm } from '#lib/organisations/post.ts';
import * as posts from '#lib/organisations/posts.server.ts';
import { requireAdministrator } from '#lib/organisations/require-administrator.server.ts';
import { parse, refused } from '#lib/server/forms.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	requireAdministrator(event);
	const organisation = await organisations.find(event.locals.db, event.params.id);
	return { organisation, post: findPost(organisation, event.params.post), kept: event.locals.kept };
};

export const actions: Actions = {
	change: async (event) => {
		requireAdministrator(event);
		const form = parse(postForm, await event.request.formData());
		if (form.errors) return fail(400, form);
		const { id, post } = event.params;
		try {
			await posts.change(event.locals.db, post, form.data);
		} catch (error) {
			return refused(error, form.values);
		}
		redirect(
			303,
			`${href('/administration/organisations/[id=uuid]/posts/[post=uuid]', { id, post })}?getan=gespeichert`
		);
	},
	abolish: async (event) => {
		requireAdministrator(event);
		const { id, post } = event.params;
		try {
			await posts.abolish(event.locals.db, post);
		} catch (error) {
			return refused(error, {});
		}
		redirect(303, `${href('/administration/organisations/[id=uuid]', { id })}?getan=aufgehoben`);
	}
};
