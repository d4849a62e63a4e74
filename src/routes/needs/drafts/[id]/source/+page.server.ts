import { error, fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { pathOf } from '#lib/needs/drafts/draft.ts';
import * as drafts from '#lib/needs/drafts/drafts.server.ts';
import { memberSource, source } from '#lib/channels/source-form.ts';
import { href } from '#lib/i18n/addresses.ts';
import * as transcriptions from '#lib/needs/drafts/transcriptions.server.ts';
import { parse, refused } from '#lib/server/forms.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	return { draft: await draftOf(event), kept: event.locals.kept };
};

export const actions: Actions = {
	default: async (event) => {
		const { isTranscription, id } = await draftOf(event);
		const sent = await event.request.formData();
		const form = isTranscription ? parse(source, sent) : parse(memberSource, sent);
		if (form.errors) return fail(400, form);
		try {
			await transcriptions.changeSource(event.locals.db, id, { receivedOn: null, ...form.data });
		} catch (refusal) {
			return refused(refusal, form.values);
		}
		redirect(303, pathOf(id, 'topic'));
	}
};

/** The draft, if it may name a source: the planning's transcription, or what the office of a council writes. */
async function draftOf({ locals, params }: Pick<RequestEvent, 'locals' | 'params'>) {
	const draft = await drafts.findOrNumber(locals.db, params.id!);
	if (typeof draft === 'string') redirect(303, href('/needs/[number]', { number: draft }));
	if (!draft.canWrite || !(draft.isTranscription || draft.mayNameSource)) error(404);
	return draft;
}
