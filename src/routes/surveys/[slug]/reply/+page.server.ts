import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import { replyPath } from '#lib/calls/survey.ts';
import * as surveys from '#lib/calls/surveys.server.ts';
import { refused } from '#lib/server/forms.ts';
import { requirePerson } from '#lib/server/require-person.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	requirePerson(event);
	const { db, authority } = event.locals;
	const organisation = event.url.searchParams.get('fuer');
	return {
		reply: await surveys.reply(db, authority.id, event.params.slug, organisation),
		isHandedIn: event.url.searchParams.has('vorgelegt')
	};
};

export const actions: Actions = {
	nil: (event) =>
		act(event, async (db, addressee, field) => {
			await surveys.answerNil(db, addressee, field);
			return replyPath(asked(event), `#feld-${field}`);
		}),
	rest: (event) =>
		act(event, async (db, addressee) => {
			await surveys.answerRestNil(db, addressee);
			return replyPath(asked(event));
		}),
	report: (event) =>
		act(event, async (db, addressee, field) => {
			const draft = await surveys.startReport(db, addressee, field);
			return `/bedarfe/entwurf/${draft}/thema`;
		})
};

/** The survey, and as which of several organisations one answers. */
const asked = ({ params, url }: Pick<RequestEvent, 'url'> & { params: { slug: string } }) => ({
	slug: params.slug,
	fuer: url.searchParams.get('fuer')
});

type Verb = (db: App.Locals['db'], addressee: string, field: string) => Promise<string>;

async function act(event: RequestEvent, verb: Verb) {
	requirePerson(event);
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
