import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import { href } from '#lib/i18n/addresses.ts';
import { requireReply } from '#lib/surveys/require-reply.server.ts';
import { askedOf, replyPath } from '#lib/surveys/survey.ts';
import * as surveys from '#lib/surveys/surveys.server.ts';
import { refused } from '#lib/server/forms.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
	reply: await requireReply(event),
	isHandedIn: event.url.searchParams.has('vorgelegt')
});

export const actions: Actions = {
	nil: (event) =>
		act(event, async (db, addressee, field) => {
			await surveys.answerNil(db, addressee, field);
			return replyPath(askedOf(event), `#feld-${field}`);
		}),
	rest: (event) =>
		act(event, async (db, addressee) => {
			await surveys.answerRestNil(db, addressee);
			return replyPath(askedOf(event));
		}),
	report: (event) =>
		act(event, async (db, addressee, field) => {
			const draft = await surveys.startReport(db, addressee, field);
			return href('/needs/drafts/[id]/[step]', { id: draft, step: 'topic' });
		})
};

type Verb = (db: App.Locals['db'], addressee: string, field: string) => Promise<string>;

async function act(event: RequestEvent, verb: Verb) {
	const sent = await event.request.formData();
	const addressee = String(sent.get('addressee') ?? '');
	if (!addressee) error(400);
	let path: string;
	try {
		path = await verb(event.locals.db, addressee, String(sent.get('field') ?? ''));
	} catch (refusal) {
		return refused(refusal, {});
	}
	redirect(303, path);
}
