import { fail, redirect } from '@sveltejs/kit';
import { requireReply } from '#lib/surveys/require-reply.server.ts';
import { askedOf, replyPath } from '#lib/surveys/survey.ts';
import * as surveys from '#lib/surveys/surveys.server.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import { action } from '#lib/server/action.ts';
import { Refusal } from '#lib/server/database.ts';
import { refused } from '#lib/server/forms.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({ reply: await requireReply(event) });

export const actions: Actions = {
	release: async (event) => {
		const sent = await event.request.formData();
		try {
			await surveys.release(event.locals.db, addresseeIn(sent), Number(sent.get('seen')));
		} catch (refusal) {
			if (refusal instanceof Refusal && refusal.code === 'STALE')
				return fail(409, { errors: { form: m.surveys_check_changed() } });
			return refused(refusal, {});
		}
		redirect(303, replyPath(askedOf(event), 'receipt'));
	},
	handIn: action({
		verb: ({ db, sent }) => surveys.handIn(db, addresseeIn(sent)),
		to: (event) => replyPath(askedOf(event), '', { vorgelegt: 'ja' })
	})
};

const addresseeIn = (sent: FormData) => String(sent.get('addressee') ?? '');
