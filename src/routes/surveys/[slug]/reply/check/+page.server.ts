import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { requireReply } from '#lib/surveys/require-reply.server.ts';
import { askedOf, replyPath } from '#lib/surveys/survey.ts';
import * as surveys from '#lib/surveys/surveys.server.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import { Refusal } from '#lib/server/database.ts';
import { refused } from '#lib/server/forms.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({ reply: await requireReply(event) });

export const actions: Actions = {
	release: async (event) => {
		const { addressee, seen } = await sentOf(event);
		try {
			await surveys.release(event.locals.db, addressee, seen);
		} catch (refusal) {
			if (refusal instanceof Refusal && refusal.code === 'STALE')
				return fail(409, { errors: { form: m.surveys_check_changed() } });
			return refused(refusal, {});
		}
		redirect(303, replyPath(askedOf(event), 'receipt'));
	},
	handIn: async (event) => {
		const { addressee } = await sentOf(event);
		try {
			await surveys.handIn(event.locals.db, addressee);
		} catch (refusal) {
			return refused(refusal, {});
		}
		redirect(303, replyPath(askedOf(event), '', { vorgelegt: 'ja' }));
	}
};

async function sentOf({ request }: RequestEvent) {
	const sent = await request.formData();
	return { addressee: String(sent.get('addressee') ?? ''), seen: Number(sent.get('seen')) };
}
