import { error } from '@sveltejs/kit';
import { href } from '#lib/i18n/addresses.ts';
import { assistanceForm } from '#lib/people/assistance-form.ts';
import * as assistances from '#lib/people/assistances.server.ts';
import { action } from '#lib/server/action.ts';
import { Refusal } from '#lib/server/database.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	const { holdings } = await assistances.list(locals.db);
	if (!holdings.length) error(404);
	return { holdings, kept: locals.kept };
};

export const actions: Actions = {
	default: action({
		schema: assistanceForm,
		verb: ({ db, session, data }) => assistances.name(db, session, data).catch(besideAddress),
		to: () => `${href('/account/assistance')}?erledigt=benannt`
	})
};

/** That one cannot assist oneself is said where the address stands. */
function besideAddress(refusal: unknown): never {
	const isOneself = refusal instanceof Refusal && refusal.messageKey === 'errors_assistant_is_oneself';
	throw isOneself ? new Refusal(refusal.code, 400, refusal.messageKey, ['email']) : refusal;
}
