import { error } from '@sveltejs/kit';
import { href } from '#lib/i18n/addresses.ts';
import { requireReply } from '#lib/surveys/require-reply.server.ts';
import { askedOf, replyPath } from '#lib/surveys/survey.ts';
import * as surveys from '#lib/surveys/surveys.server.ts';
import { action } from '#lib/server/action.ts';
import { formId } from '#lib/ui/form-id.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
	reply: await requireReply(event),
	isHandedIn: event.url.searchParams.has('vorgelegt'),
	/** The field in which Fehlanzeige was just filled in. */
	nil: event.url.searchParams.get('fehlanzeige')
});

export const actions: Actions = {
	nil: action({
		verb: ({ db, sent }) => surveys.chooseNil(db, addresseeIn(sent), fieldIn(sent)),
		to: (event) =>
			replyPath(askedOf(event), `#feld-${fieldIn(event.sent)}`, { fehlanzeige: fieldIn(event.sent) })
	}),
	rest: action({
		verb: ({ db, sent }) => surveys.answerRestNil(db, addresseeIn(sent)),
		to: (event) => replyPath(askedOf(event), 'check')
	}),
	report: action({
		verb: ({ db, sent }) => surveys.startReport(db, addresseeIn(sent), fieldIn(sent), idIn(sent)),
		to: ({ done: id }) => href('/needs/drafts/[id]/[step]', { id, step: 'topic' })
	})
};

const addresseeIn = (sent: FormData) => String(sent.get('addressee') || error(400));
const idIn = (sent: FormData) => formId.parse(sent.get('form_id'));
const fieldIn = (sent: FormData) => String(sent.get('field') ?? '');
