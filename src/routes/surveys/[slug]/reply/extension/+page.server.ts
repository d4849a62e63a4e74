import { error } from '@sveltejs/kit';
import { askingForm } from '#lib/calls/extension-form.ts';
import * as extensions from '#lib/calls/extensions.server.ts';
import { notLonger } from '#lib/calls/extension-refusal.server.ts';
import { requireReply } from '#lib/surveys/require-reply.server.ts';
import { askedOf, replyPath } from '#lib/surveys/survey.ts';
import { action } from '#lib/server/action.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
	reply: await requireReply(event),
	kept: event.locals.kept
});

export const actions: Actions = {
	default: action({
		schema: askingForm,
		verb: ({ db, sent, data }) => {
			const addressee = String(sent.get('addressee') ?? '');
			if (!addressee) error(400);
			return extensions.askFor(db, addressee, data.asked_until, data.reason).catch(notLonger('asked_until'));
		},
		to: (event) => replyPath(askedOf(event), 'extension', { erledigt: 'gebeten' })
	})
};
