import { href } from '#lib/i18n/addresses.ts';
import { findPost } from '#lib/organisations/administration.ts';
import * as organisations from '#lib/organisations/organisations.server.ts';
import { postForm } from '#lib/organisations/post.ts';
import * as posts from '#lib/organisations/posts.server.ts';
import { requireAdministrator } from '#lib/organisations/require-administrator.server.ts';
import { action } from '#lib/server/action.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	requireAdministrator(event);
	const organisation = await organisations.find(event.locals.db, event.params.id);
	return { organisation, post: findPost(organisation, event.params.post), kept: event.locals.kept };
};

export const actions: Actions = {
	change: action({
		schema: postForm,
		verb: ({ db, params, data }) => posts.change(db, params.post, data),
		to: ({ params }) =>
			`${href('/administration/organisations/[id=uuid]/posts/[post=uuid]', params)}?getan=gespeichert`
	}),
	abolish: action({
		verb: ({ db, params }) => posts.abolish(db, params.post),
		to: ({ params: { id } }) => `${href('/administration/organisations/[id=uuid]', { id })}?getan=aufgehoben`
	})
};
