import { error } from '@sveltejs/kit';
import { href } from '#lib/i18n/addresses.ts';
import * as holdings from '#lib/organisations/holdings.server.ts';
import { findPost } from '#lib/organisations/administration.ts';
import * as organisations from '#lib/organisations/organisations.server.ts';
import { requireAdministrator } from '#lib/organisations/require-administrator.server.ts';
import { sendFactorReset } from '#lib/people/account-mails.server.ts';
import * as secondFactors from '#lib/people/second-factors.server.ts';
import { termForm } from '#lib/organisations/term.ts';
import { action } from '#lib/server/action.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	requireAdministrator(event);
	const organisation = await organisations.find(event.locals.db, event.params.id);
	const post = findPost(organisation, event.params.post);
	const holding = post.holdings.find(({ id, endedAt }) => id === event.params.holding && !endedAt);
	if (!holding) error(404);
	return { organisation, post, holding, kept: event.locals.kept };
};

export const actions: Actions = {
	term: action({
		schema: termForm,
		verb: ({ db, params, data }) => holdings.changeTerm(db, params.holding, data.endsOn),
		to: ({ params }) => toPost(params, 'gespeichert')
	}),
	end: action({
		verb: ({ db, params }) => holdings.end(db, params.holding),
		to: ({ params }) => toPost(params, 'beendet')
	}),
	resetFactor: action({
		verb: async ({ db, authority, params }) =>
			sendFactorReset(await secondFactors.reset(db, params.holding), authority),
		to: ({ params }) => toPost(params, 'gespeichert')
	})
};

const toPost = ({ id, post }: { id: string; post: string }, done: string) =>
	`${href('/administration/organisations/[id=uuid]/posts/[post=uuid]', { id, post })}?getan=${done}`;
