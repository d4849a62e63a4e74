import { redirect } from '@sveltejs/kit';
import { href } from '#lib/i18n/addresses.ts';
import * as accounts from '#lib/people/accounts.server.ts';
import * as secondFactors from '#lib/people/second-factors.server.ts';
import { sessionOf } from '#lib/server/guard.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { id, person, posts } = sessionOf(event);
	const [account, { since }] = await Promise.all([accounts.find(person.id), secondFactors.find(person.id)]);
	const ended = event.url.searchParams.get('beendet');
	return { account, factorSince: since, person, posts, sessionId: id, ended };
};

export const actions: Actions = {
	end: async (event) => {
		const { person } = sessionOf(event);
		const id = (await event.request.formData()).get('session');
		await accounts.endSession(person.id, String(id));
		redirect(303, `${href('/account')}?beendet=1#anmeldungen`);
	},
	endOthers: async (event) => {
		const withTokens = (await event.request.formData()).has('tokens');
		await accounts.endOtherSessions(sessionOf(event), withTokens);
		redirect(303, `${href('/account')}?beendet=${withTokens ? 'alles' : 'andere'}#anmeldungen`);
	}
};
