import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import * as attachments from '#lib/attachments/attachments.server.ts';
import { href } from '#lib/i18n/addresses.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import { allProblems } from '#lib/needs/drafts/draft-form.ts';
import { pathOf } from '#lib/needs/drafts/draft.ts';
import * as drafts from '#lib/needs/drafts/drafts.server.ts';
import { hintsIn } from '#lib/needs/drafts/personal-data-hints.ts';
import * as vocabulary from '#lib/vocabulary/vocabulary.server.ts';
import { Refusal } from '#lib/server/database.ts';
import { refused } from '#lib/server/forms.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const draft = await drafts.findOrNumber(event.locals.db, event.params.id);
	if (typeof draft === 'string') redirect(303, href('/needs/[number]', { number: draft }));
	const choices = await vocabulary.find(event.locals.db);
	return {
		draft,
		files: await attachments.ofDraft(event.locals.db, draft.id),
		...choices,
		problems: allProblems(draft.answers, { ...choices, ...draft }),
		hints: hintsIn(null, draft.answers)
	};
};

export const actions: Actions = {
	handIn: (event) =>
		submit(event, async ({ db, id, revision }) => {
			await drafts.handIn(db, id, revision);
			return pathOf(id, 'handed-in');
		}),
	release: (event) =>
		submit(event, async ({ db, id, revision }) => {
			const number = await drafts.release(db, id, revision);
			return href('/needs/[number]/receipt', { number });
		})
};

type Submission = { db: App.Locals['db']; id: string; revision: number };

/** Submits what the page showed. Whether it is complete, valid and unchanged since is decided by the verb. */
async function submit(event: RequestEvent, verb: (given: Submission) => Promise<string>) {
	const { db } = event.locals;
	const id = event.params.id!;
	const revision = Number((await event.request.formData()).get('revision'));
	let path: string;
	try {
		path = await verb({ db, id, revision });
	} catch (refusal) {
		if (!(refusal instanceof Refusal)) throw refusal;
		if (refusal.status === 404) path = await receiptOf(db, id, refusal);
		else return fail(refusal.status, { errors: { form: sentenceOf(refusal) } });
	}
	redirect(303, path);
}

/** What is no longer a draft was released meanwhile, perhaps by somebody else. Otherwise the refusal stands. */
async function receiptOf(db: App.Locals['db'], id: string, refusal: Refusal): Promise<string> {
	const draft = await drafts.findOrNumber(db, id);
	if (typeof draft !== 'string') throw refusal;
	return href('/needs/[number]/receipt', { number: draft });
}

function sentenceOf(refusal: Refusal): string {
	if (refusal.code === 'STALE') return m.report_check_changed();
	if (refusal.code === 'MISSG' || refusal.code === 'INVAL') return m.report_check_incomplete();
	return refused(refusal, {}).data.errors.form ?? '';
}
