import { fail, redirect } from '@sveltejs/kit';
import { href } from '#lib/i18n/addresses.ts';
import * as organisations from '#lib/organisations/organisations.server.ts';
import { newPostForm, postKindsOf } from '#lib/organisations/post.ts';
import * as posts from '#lib/organisations/posts.server.ts';
import { requireAdministrator } from '#lib/organisations/require-administrator.server.ts';
import { parse, refused } from '#lib/server/forms.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	requireAdministrator(event);
	const { id, name, kind } = await organisations.find(event.locals.db, event.params.id);
	return { id, name, kinds: postKindsOf[kind], values: event.locals.kept ?? {} };
};

export const actions: Actions = {
	default: async (event) => {
		requireAdministrator(event);
		const form = parse(newPostForm, await event.request.formData());
		if (form.errors) return fail(400, form);
		const organisation = event.params.id;
		let id: string;
		try {
			id = await posts.add(event.locals.db, organisation, form.data);
		} catch (error) {
			return refused(error, form.values);
		}
		redirect(
			303,
			`${href('/administration/organisations/[id=uuid]/posts/[post=uuid]', { id: organisation, post: id })}?getan=angelegt`
		);
	}
};
