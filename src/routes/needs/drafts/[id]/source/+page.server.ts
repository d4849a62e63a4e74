import { error, redirect } from '@sveltejs/kit';
import { pathOf } from '#lib/needs/drafts/draft.ts';
import * as drafts from '#lib/needs/drafts/drafts.server.ts';
import { memberSource, source } from '#lib/channels/source-form.ts';
import { href } from '#lib/i18n/addresses.ts';
import * as transcriptions from '#lib/needs/drafts/transcriptions.server.ts';
import { action } from '#lib/server/action.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async (event) => ({
	draft: await draftOf(event),
	kept: event.locals.kept
});

export const actions: Actions = {
	default: action({
		schema: async (event) => ((await draftOf(event)).isTranscription ? source : memberSource),
		verb: ({ db, params, data }) => transcriptions.changeSource(db, params.id, { receivedOn: null, ...data }),
		to: ({ params }) => pathOf(params.id, 'topic')
	})
};

/** The draft, if it may name a source: the planning's transcription, or what the office of a council writes. */
async function draftOf({ locals, params }: Pick<RequestEvent, 'locals' | 'params'>) {
	const draft = await drafts.findOrNumber(locals.db, params.id);
	if (typeof draft === 'string') redirect(303, href('/needs/[number]', { number: draft }));
	if (!draft.canWrite || !(draft.isTranscription || draft.canNameSource)) error(404);
	return draft;
}
