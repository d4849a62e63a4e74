import { fail } from '@sveltejs/kit';
import { enter } from '#lib/people/entrance.server.ts';
import * as signIns from '#lib/people/sign-ins.server.ts';
import { sendAgain } from '../../again.server.ts';
import type { Actions } from './$types';

// Opening the page does nothing yet: letterboxes open the links of a mail to look for harm.
export const actions: Actions = {
	enter: async (event) => {
		const tried = await signIns.byLink(event.params.token);
		if (tried.outcome === 'signed_in') return enter(event, tried.personId, tried.returnTo);
		return fail(410, { errors: undefined, isOver: true });
	},
	again: (event) => sendAgain(event, { token: event.params.token })
};
