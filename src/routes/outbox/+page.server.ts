import { redirect } from '@sveltejs/kit';
import { href } from '#lib/i18n/addresses.ts';
import * as deliveries from '#lib/mail/deliveries.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { db, authority } = event.locals;
	return {
		mails: await deliveries.listUndelivered(db, authority.id),
		isSent: event.url.searchParams.has('gesendet')
	};
};

export const actions: Actions = {
	default: async (event) => {
		await deliveries.resend(event.locals.db, String((await event.request.formData()).get('mail')));
		redirect(303, `${href('/outbox')}?gesendet=1`);
	}
};
