import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { m } from '#lib/i18n/paraglide/messages.js';
import { allProblems } from '#lib/needs/draft-form.ts';
import { pathOf, type Draft } from '#lib/needs/draft.ts';
import * as drafts from '#lib/needs/drafts.server.ts';
import { hintsIn } from '#lib/needs/personal-data-hints.ts';
import * as vocabulary from '#lib/needs/vocabulary.server.ts';
import { Refusal } from '#lib/server/database.ts';
import { refused } from '#lib/server/forms.ts';
import { requirePerson } from '#lib/server/require-person.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	requirePerson(event);
	const draft = await drafts.findOrNumber(event.locals.db, event.params.id);
	if (typeof draft === 'string') redirect(303, `/bedarfe/${draft}`);
	const choices = await vocabulary.find(event.locals.db);
	return {
		draft,
		...choices,
		problems: allProblems(draft.answers, { ...choices, ...draft }),
		hints: hintsIn(null, draft.answers)
	};
};

export const actions: Actions = {
	handIn: (event) =>
		submit(event, async ({ db, id, revision }) => {
			await drafts.handIn(db, id, revision);
			return pathOf(id, 'handedIn');
		}),
	release: (event) =>
		submit(event, async ({ db, id, revision }) => {
			const number = await drafts.release(db, id, revision);
			return `/bedarfe/${number}/eingang`;
		})
};

type Submission = { db: App.Locals['db']; id: string; revision: number };

/** Submits what the page showed, if nothing is wrong with it and nothing has changed since. */
async function submit(event: RequestEvent, verb: (given: Submission) => Promise<string>) {
	requirePerson(event);
	const { db } = event.locals;
	const id = event.params.id!;
	const revision = Number((await event.request.formData()).get('revision'));
	const draft = await drafts.findOrNumber(db, id);
	if (typeof draft === 'string') redirect(303, `/bedarfe/${draft}/eingang`);
	if (await hasProblems(db, draft)) return fail(400, { errors: { form: m.report_check_incomplete() } });
	let path: string;
	try {
		path = await verb({ db, id, revision });
	} catch (refusal) {
		const isStale = refusal instanceof Refusal && refusal.code === 'STALE';
		if (isStale) return fail(409, { errors: { form: m.report_check_changed() } });
		const { status, data } = refused(refusal, {});
		return fail(status, { errors: data.errors });
	}
	redirect(303, path);
}

async function hasProblems(db: App.Locals['db'], draft: Draft): Promise<boolean> {
	const choices = { ...(await vocabulary.find(db)), ...draft };
	return Object.keys(allProblems(draft.answers, choices)).length > 0;
}
