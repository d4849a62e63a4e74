import { error, fail, redirect } from '@sveltejs/kit';
import { href } from '#lib/i18n/addresses.ts';
import * as holdings from '#lib/organisations/holdings.server.ts';
import { findPost } from '#lib/organisations/administration.ts';
import * as organisations from '#lib/organisations/organisations.server.ts';
import { requireAdministrator } from '#lib/organisations/require-administrator.server.ts';
import { sendFactorReset } from '#lib/people/account-mails.server.ts';
import * as secondFactors from '#lib/people/second-factors.server.ts';
import { termForm } from '#lib/organisations/term.ts';
import { parse, refused } from '#lib/server/forms.ts';
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
	term: async (event) => {
		requireAdministrator(event);
		const form = parse(termForm, await event.request.formData());
		if (form.errors) return fail(400, form);
		const { id, post, holding } = event.params;
		try {
			await holdings.changeTerm(event.locals.db, holding, form.data.endsOn);
		} catch (error) {
			return refused(error, form.values);
		}
		redirect(
			303,
			`${href('/administration/organisations/[id=uuid]/posts/[post=uuid]', { id, post })}?getan=gespeichert`
		);
	},
	end: async (event) => {
		requireAdministrator(event);
		const { id, post, holding } = event.params;
		try {
			await holdings.end(event.locals.db, holding);
		} catch (error) {
			return refused(error, {});
		}
		redirect(
			303,
			`${href('/administration/organisations/[id=uuid]/posts/[post=uuid]', { id, post })}?getan=beendet`
		);
	},
	resetFactor: async (event) => {
		requireAdministrator(event);
		const { id, post, holding } = event.params;
		try {
			const person = await secondFactors.reset(event.locals.db, holding);
			sendFactorReset(person, event.locals.authority);
		} catch (error) {
			return refused(error, {});
		}
		redirect(
			303,
			`${href('/administration/organisations/[id=uuid]/posts/[post=uuid]', { id, post })}?getan=gespeichert`
		);
	}
};
