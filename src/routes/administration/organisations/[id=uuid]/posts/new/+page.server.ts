import { href } from '#lib/i18n/addresses.ts';
import * as organisations from '#lib/organisations/organisations.server.ts';
import { newPostForm, postKindsOf } from '#lib/organisations/post.ts';
import * as posts from '#lib/organisations/posts.server.ts';
import { requireAdministrator } from '#lib/organisations/require-administrator.server.ts';
import { action } from '#lib/server/action.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	requireAdministrator(event);
	const { id, name, kind } = await organisations.find(event.locals.db, event.params.id);
	return { id, name, kinds: postKindsOf[kind], values: event.locals.kept ?? {} };
};

export const actions: Actions = {
	default: action({
		schema: newPostForm,
		verb: ({ db, params, data }) => posts.add(db, params.id, data),
		to: ({ params: { id }, done: post }) =>
			`${href('/administration/organisations/[id=uuid]/posts/[post=uuid]', { id, post })}?getan=angelegt`
	})
};
